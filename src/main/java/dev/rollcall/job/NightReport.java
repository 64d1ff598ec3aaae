package dev.rollcall.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.control.EarlierUnits;
import dev.rollcall.control.JudgedDatasets;
import dev.rollcall.control.Projections;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.WholeFile;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.publication.PublishedNight;
import dev.rollcall.workbook.WorkbookDesign;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders the workbook of a published night again, from what the night left behind. */
public final class NightReport {

	private static final Set<String> ALWAYS = Set.of("account", "coverage", "finding", "control");

	private static final Logger logger = LoggerFactory.getLogger(NightReport.class);

	private final SourceCatalog sources;

	private final Projections projections;

	private final WorkbookDesign design;

	private final Output output;

	private final CommittedRuns committed;

	private final Workspace workspace;

	/**
	 * Creates a report.
	 * @param projections the datasets that this installation makes by SQL alone
	 * @param output where the nights are kept; it is only read
	 */
	public NightReport(SourceCatalog sources, Projections projections, WorkbookDesign design, Output output,
			CommittedRuns committed, Workspace workspace) {
		this.sources = sources;
		this.projections = projections;
		this.design = design;
		this.output = output;
		this.committed = committed;
		this.workspace = workspace;
	}

	/**
	 * Writes the workbook of a night.
	 * @param to a file that is replaced once the new one is whole
	 * @throws dev.rollcall.publication.AlteredNightException where the night is not what
	 * was published
	 */
	public void write(CommittedRun run, CsfVersion leading, Path to) {
		PublishedNight night = new PublishedNight(this.output, this.workspace, run);
		EarlierNights earlier = new EarlierNights(this.output, this.workspace, this.committed, run.snapshotDate());
		Path workbook = this.workspace.directory("workbook").resolve(RenderStep.WORKBOOK);
		try (Database database = new Database(this.workspace.directory("duckdb"), run.run().places())) {
			show(night, database);
			new Rendering(this.sources, this.design, leading).write(database, run, earlier,
					night.previousManifestSha256(), workbook);
		}
		WholeFile.write(to, (out) -> Files.copy(workbook, out));
	}

	/** What somebody else's SQL made is there too, with the columns that it had. */
	private void show(PublishedNight night, Database database) {
		Set<String> others = new TreeSet<>(night.datasets());
		for (Schema schema : NightApplication.published(this.sources, this.projections)) {
			database.viewEarlier(schema.dataset(), schema, files(night, schema.dataset()), DatasetFiles.before(schema));
			others.remove(schema.dataset());
		}
		if (!night.datasets().contains(JudgedDatasets.UNIT.dataset())) {
			EarlierUnits.show(database, this.projections);
		}
		others.forEach((dataset) -> database.view(dataset, night.require(dataset)));
	}

	/** A version before this one published fewer datasets, but never without these. */
	private static List<Path> files(PublishedNight night, String dataset) {
		if (ALWAYS.contains(dataset)) {
			return List.of(night.require(dataset));
		}
		Optional<Path> file = night.copy(dataset);
		if (file.isEmpty()) {
			logger.warn(
					"The night of {} was published by version {}, without the dataset '{}': what it would have"
							+ " shown is missing",
					night.run().snapshotDate(), night.run().run().toolVersion(), dataset);
		}
		return file.map(List::of).orElse(List.of());
	}

}
