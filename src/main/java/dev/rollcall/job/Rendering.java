package dev.rollcall.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.control.ParameterEntry;
import dev.rollcall.csf.Crosswalk;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.dataset.Database;
import dev.rollcall.input.JobConfig;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.Run;
import dev.rollcall.workbook.Frameworks;
import dev.rollcall.workbook.NightFacts;
import dev.rollcall.workbook.NightWorkbook;
import dev.rollcall.workbook.WorkbookDesign;
import org.jspecify.annotations.Nullable;

/**
 * Renders the workbook of a night, the running one or one that was published, from its
 * datasets and its row in {@code run}: the same row and datasets give the same workbook.
 */
final class Rendering {

	private final SourceCatalog sources;

	private final WorkbookDesign design;

	private final CsfVersion leading;

	/**
	 * Creates a rendering.
	 * @param leading the version of the framework that comes first
	 */
	Rendering(SourceCatalog sources, WorkbookDesign design, CsfVersion leading) {
		this.sources = sources;
		this.design = design;
		this.leading = leading;
	}

	/**
	 * Writes the workbook.
	 * @param database has a view of each dataset of the night
	 * @param earlier the nights of its trend
	 * @param previousManifestSha256 of the night before; null for the first
	 */
	void write(Database database, CommittedRun night, EarlierNights earlier, @Nullable String previousManifestSha256,
			Path path) {
		earlier.showTrend(database, night.night());
		new NightWorkbook(database, facts(night, previousManifestSha256, limit(database)), this.design, frameworks())
			.write(path);
	}

	/** As it was that night; a night of versions before this one had none. */
	private static long limit(Database database) {
		return database.number("SELECT coalesce(max(CAST(value AS bigint)), %d) FROM parameter WHERE %s AND %s"
			.formatted(Configuration.UNKNOWN_LIMIT, "control_id = " + Database.literal(ParameterEntry.SCORES),
					"name = " + Database.literal(ParameterEntry.UNKNOWN_LIMIT)));
	}

	private NightFacts facts(CommittedRun night, @Nullable String previousManifestSha256, long unknownLimit) {
		Run run = night.run();
		return new NightFacts(run.organizationId(), run.managementAccountId(), night.snapshotDate(),
				Math.toIntExact(run.attempt()), run.runId(), run.startedAt(), run.toolVersion(), run.regions(),
				run.partial(), run.simulation(), (run.deadlines() != null) ? run.deadlines() : "", run.configSha256(),
				previousManifestSha256, permissions(), sourcesOutside(), run.comparedWith(), unknownLimit);
	}

	private Map<String, List<String>> permissions() {
		return this.sources.definitions()
			.stream()
			.collect(Collectors.toMap(SourceDefinition::name, SourceDefinition::actions));
	}

	private Set<String> sourcesOutside() {
		return this.sources.definitions()
			.stream()
			.filter((source) -> !source.entersAccount())
			.map(SourceDefinition::name)
			.collect(Collectors.toSet());
	}

	private Frameworks frameworks() {
		JobConfig config = JobConfig.find("job-config");
		return new Frameworks(this.leading, Framework.all(config),
				Crosswalk.read(config.open("csf/csf-1.1-to-2.0.tsv")));
	}

}
