package dev.rollcall.job;

import java.time.Clock;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Staging;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.Publication;
import dev.rollcall.publication.Run;
import dev.rollcall.publication.Sealing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Publishes the night: its objects, its manifest, its commit. */
@Component
class PublishTasklet implements Tasklet {

	private static final Logger logger = LoggerFactory.getLogger(PublishTasklet.class);

	private final NightRequest request;

	private final Night night;

	private final DatasetFiles files;

	private final Staging staging;

	private final Workspace workspace;

	private final Sealing sealing;

	private final Clock clock;

	PublishTasklet(NightRequest request, Night night, DatasetFiles files, Staging staging, Workspace workspace,
			Sealing sealing, Clock clock) {
		this.request = request;
		this.night = night;
		this.files = files;
		this.staging = staging;
		this.workspace = workspace;
		this.sealing = sealing;
		this.clock = clock;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		NightId id = this.request.night();
		Publication publication = new Publication(this.request.output(), id, this.workspace, this.sealing);
		this.files.finished()
			.forEach((schema, file) -> publication.put(id.data(schema.dataset()), file, this.files.rows(schema)));
		publication.put(id.workbook(), this.workspace.directory("workbook").resolve(RenderTasklet.WORKBOOK), null);
		switch (publication.commit(run())) {
			case WRITTEN -> {
				this.night.published();
				clearStaging();
			}
			case PRESENT -> throw new NightFailure(NightFailure.Reason.ALREADY_PUBLISHED,
					"Another run has published " + id.snapshotDate() + ", attempt " + id.attempt());
			case UNKNOWN -> throw new NightFailure(NightFailure.Reason.UNKNOWN_COMMIT,
					"The output did not say whether " + this.request.output().locate(id.commit())
							+ " was written; 'verify' or the next run finds it or does not");
		}
		return RepeatStatus.FINISHED;
	}

	/** The commit decided; what is left over is no failure. */
	private void clearStaging() {
		try {
			this.staging.clear();
		}
		catch (OutputException ex) {
			logger.warn("The night is published; its staging is left behind", ex);
		}
	}

	private Run run() {
		return TonightsRun.of(this.request, this.night, this.clock.instant());
	}

}
