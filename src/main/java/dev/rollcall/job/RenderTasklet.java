package dev.rollcall.job;

import java.nio.file.Path;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.CommittedRun;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Renders the workbook. */
@Component
class RenderTasklet implements Tasklet {

	/** Where the workbook lies until it is published. */
	static final String WORKBOOK = "rollcall.xlsx";

	private final NightRequest request;

	private final SourceCatalog sources;

	private final Night night;

	private final DatasetFiles files;

	private final EarlierNights earlier;

	private final Workspace workspace;

	RenderTasklet(NightRequest request, SourceCatalog sources, Night night, DatasetFiles files, EarlierNights earlier,
			Workspace workspace) {
		this.request = request;
		this.sources = sources;
		this.night = night;
		this.files = files;
		this.earlier = earlier;
		this.workspace = workspace;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		CommittedRun tonight = new CommittedRun(this.request.night().snapshotDate(),
				TonightsRun.of(this.request, this.night, this.request.startedAt()));
		String previous = this.request.committed()
			.previousNight(tonight.snapshotDate())
			.map(CommittedRun::manifestSha256)
			.orElse(null);
		Rendering rendering = new Rendering(this.sources, this.request.template(), this.request.messages(),
				this.request.configuration().csf());
		try (Database database = this.files.open()) {
			rendering.write(database, tonight, this.earlier, previous,
					this.workspace.directory("workbook").resolve(WORKBOOK));
		}
		return RepeatStatus.FINISHED;
	}

}
