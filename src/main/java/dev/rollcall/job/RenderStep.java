package dev.rollcall.job;

import java.nio.file.Path;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.CommittedRun;
import org.springframework.stereotype.Component;

/** Renders the workbook. */
@Component
class RenderStep {

	/** Where the workbook lies until it is published. */
	static final String WORKBOOK = "rollcall.xlsx";

	private final NightRequest request;

	private final SourceCatalog sources;

	private final EarlierNights earlier;

	private final Workspace workspace;

	RenderStep(NightRequest request, SourceCatalog sources, EarlierNights earlier, Workspace workspace) {
		this.request = request;
		this.sources = sources;
		this.earlier = earlier;
		this.workspace = workspace;
	}

	Rendered render(Judged judged) {
		CommittedRun tonight = new CommittedRun(this.request.night().snapshotDate(),
				TonightsRun.of(this.request, judged, this.request.startedAt()));
		String previous = this.request.committed()
			.previousNight(tonight.snapshotDate())
			.map(CommittedRun::manifestSha256)
			.orElse(null);
		Rendering rendering = new Rendering(this.sources, this.request.design(), this.request.configuration().csf());
		Path workbook = this.workspace.directory("workbook").resolve(WORKBOOK);
		try (Database database = judged.files().open(this.workspace, judged.discovery())) {
			rendering.write(database, tonight, this.earlier, previous, workbook);
		}
		return new Rendered(judged, workbook);
	}

}
