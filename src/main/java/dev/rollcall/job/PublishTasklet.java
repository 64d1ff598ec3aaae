package dev.rollcall.job;

import java.time.Clock;

import dev.rollcall.dataset.Lease;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output.PutIfAbsent;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.Publication;
import dev.rollcall.publication.Run;
import dev.rollcall.publication.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Publishes the night: its objects, its manifest, its commit. */
@Component
class PublishTasklet implements Tasklet {

	private final NightRequest request;

	private final Night night;

	private final DatasetFiles files;

	private final Lease lease;

	private final Workspace workspace;

	private final Sealing sealing;

	private final Clock clock;

	PublishTasklet(NightRequest request, Night night, DatasetFiles files, Lease lease, Workspace workspace,
			Sealing sealing, Clock clock) {
		this.request = request;
		this.night = night;
		this.files = files;
		this.lease = lease;
		this.workspace = workspace;
		this.sealing = sealing;
		this.clock = clock;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		NightId id = this.request.night();
		switch (publish(id)) {
			case WRITTEN -> this.night.published();
			case PRESENT -> throw new NightFailure(NightFailure.Reason.ALREADY_PUBLISHED,
					"Another run has published " + id.snapshotDate() + ", attempt " + id.attempt());
			case UNKNOWN -> throw new NightFailure(NightFailure.Reason.UNKNOWN_COMMIT,
					"The output did not say whether " + this.request.output().locate(id.commit())
							+ " was written; 'verify' or the next run finds it or does not");
		}
		return RepeatStatus.FINISHED;
	}

	private PutIfAbsent publish(NightId id) {
		try (Publication publication = new Publication(this.request.output(), id, this.workspace, this.sealing)) {
			this.files.finished()
				.forEach((schema, file) -> publication.put(id.data(schema.dataset()), file, this.files.rows(schema)));
			publication.put(id.workbook(), this.workspace.directory("workbook").resolve(RenderTasklet.WORKBOOK), null);
			NightFailure.throwUnlessHeld(this.lease);
			return publication.commit(run());
		}
	}

	private Run run() {
		return TonightsRun.of(this.request, this.night, this.clock.instant());
	}

}
