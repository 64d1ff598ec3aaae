package dev.rollcall.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.NamedThings;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Staging;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.Discovery;
import org.springframework.stereotype.Component;

/**
 * Makes one file of each dataset of what is staged, completes coverage, and holds the
 * result to the first law: every cell has its row.
 */
@Component
class CompactStep {

	private final NightId id;

	private final SourceCatalog catalog;

	private final NightRequest request;

	private final AwsAccess aws;

	private final Clocks clocks;

	private final Kept kept;

	private final Staging staging;

	private final Workspace workspace;

	CompactStep(NightRequest request, SourceCatalog catalog, AwsAccess aws, Clocks clocks, Kept kept, Staging staging,
			Workspace workspace) {
		this.id = request.night();
		this.request = request;
		this.aws = aws;
		this.clocks = clocks;
		this.catalog = catalog;
		this.kept = kept;
		this.staging = staging;
		this.workspace = workspace;
	}

	/**
	 * Compacts the night.
	 * @throws IllegalStateException where a cell has not exactly one row
	 * @throws NightFailure where no account was entered
	 */
	Compacted compact(Collected collected) {
		Compacted compacted = write(collected);
		Discovery discovery = compacted.discovery();
		try (Database database = compacted.files().open(this.workspace, discovery)) {
			checkEveryCellHasItsRow(database, discovery);
			checkEveryThingHasItsCell(database, discovery);
			checkNoListIsContradicted(database);
			checkSomebodyAnswered(database, discovery);
		}
		return compacted;
	}

	private Compacted write(Collected collected) {
		try (Database database = DatasetFiles.NONE.open(this.workspace, collected.discovery())) {
			DatasetWriter writer = new DatasetWriter(this.id, this.workspace, database, DatasetFiles.NONE);
			Schema coverage = DatasetFiles.coverage();
			database.view(coverage, collected.staged().parts(coverage));
			this.kept.compare(database);
			for (Schema evidence : DatasetFiles.collected(this.catalog)) {
				if (!evidence.equals(coverage)) {
					write(evidence, parts(evidence, collected.staged().parts(evidence), database), database, writer);
				}
			}
			List<Path> cells = parts(coverage, collected.staged().parts(coverage), database);
			Discovery discovery = complete(collected.discovery(), cells, database);
			write(coverage, cells, database, writer);
			return new Compacted(discovery, writer.files());
		}
	}

	/** What was read tonight, and what is kept. */
	private List<Path> parts(Schema staged, List<Path> tonight, Database database) {
		List<Path> parts = new ArrayList<>(tonight);
		database.view(staged, parts);
		this.kept.keep(database, staged).ifPresent((kept) -> {
			parts.add(kept);
			database.view(staged, parts);
		});
		return parts;
	}

	/**
	 * Completes coverage over all Regions that anybody was asked in, and fixes these.
	 * What accounts' own lists say is written by then.
	 */
	private Discovery complete(Discovery begun, List<Path> parts, Database database) {
		CoverageCompletion completion = new CoverageCompletion(this.catalog, this.aws.night(begun),
				this.request.configuration().expectedGaps(), database, this.clocks.evidence().instant());
		List<String> regions = completion.regions();
		List<String> added = regions.stream().filter((region) -> !begun.regions().contains(region)).toList();
		if (!added.isEmpty()) {
			Path completed = this.workspace.newFile("completed", ".parquet");
			completion.write(added, completed);
			parts.add(completed);
			database.view(DatasetFiles.coverage(), parts);
		}
		return begun.withRegions(regions);
	}

	private static void write(Schema staged, List<Path> parts, Database database, DatasetWriter writer) {
		writer.write(staged, "SELECT * FROM \"" + staged.dataset() + '"');
		StagedWriter.delete(parts);
	}

	private void checkEveryCellHasItsRow(Database database, Discovery discovery) {
		Map<String, Cells> all = Cells.bySource(database, "");
		Map<String, Cells> onRoster = Cells.bySource(database, "WHERE account_id IN (SELECT account_id FROM account)");
		for (SourceDefinition source : this.catalog.definitions()) {
			if (source.isDistinct()) {
				continue;
			}
			long regions = source.isRegional() ? discovery.regions().size() : 1;
			Cells cells = (source.isOrganizational() ? all : onRoster).getOrDefault(source.name(), Cells.NONE);
			if (!isWhole(source, cells, regions, discovery) || cells.rows() != cells.distinct()) {
				throw new IllegalStateException("Coverage of " + source.name() + " has " + cells + " for "
						+ discovery.accounts().size() + " accounts and " + regions + " Regions");
			}
		}
	}

	/**
	 * No cell is called closed in a Region that the account's own list calls enabled:
	 * such a cell is nothing to see, and nobody would miss it.
	 */
	private void checkNoListIsContradicted(Database database) {
		long contradicted = database.number("""
				SELECT count(*) FROM coverage c
				JOIN account_region r ON r.account_id = c.account_id AND r.name = c.region
				WHERE c.status = 'REGION_DISABLED' AND r.opt_status IN ('ENABLED', 'ENABLED_BY_DEFAULT')""");
		if (contradicted > 0) {
			throw new IllegalStateException(contradicted
					+ " cells are REGION_DISABLED in Regions that the lists of their accounts call enabled");
		}
	}

	/** Whom an answer names to be asked may be another account in each Region. */
	private static boolean isWhole(SourceDefinition source, Cells cells, long regions, Discovery discovery) {
		if (!source.isOrganizational()) {
			return cells.rows() == discovery.accounts().size() * regions;
		}
		return cells.accounts() > 0 && ((source.askedIn() == AskedIn.NAMED_ADMINISTRATOR) ? cells.regions() == regions
				: cells.rows() == cells.accounts() * regions);
	}

	/** What rows of evidence name was asked about once, and nothing else was. */
	private void checkEveryThingHasItsCell(Database database, Discovery discovery) {
		for (NamedThings things : EvidenceThings.named(this.catalog, this.aws.night(discovery), database,
				(schema) -> '"' + schema.dataset() + '"')) {
			List<String> cells = EvidenceThings.asked(database, "coverage", things.asking());
			List<String> named = List.copyOf(things.arns());
			if (!cells.equals(named)) {
				throw new IllegalStateException(
						"Coverage of " + things.asking() + " has " + cells.size() + " cells for " + named.size()
								+ " things that evidence names; not of both: " + notOfBoth(cells, named));
			}
		}
	}

	private static String notOfBoth(List<String> cells, List<String> named) {
		return Stream
			.concat(cells.stream().filter((arn) -> !named.contains(arn)),
					named.stream().filter((arn) -> !cells.contains(arn)))
			.findFirst()
			.orElse("one that is there twice");
	}

	/**
	 * What dead launches staged of a night without any account would be no night either:
	 * the next launch begins anew.
	 */
	private void checkSomebodyAnswered(Database database, Discovery discovery) {
		new Entrances(this.catalog, database).refusal(discovery.ownAccount()).ifPresent((refusal) -> {
			this.staging.clear();
			throw new NightFailure(NightFailure.Reason.NOBODY_ANSWERED, refusal);
		});
	}

	/**
	 * How many rows of coverage a source has, of how many cells, accounts and Regions.
	 */
	private record Cells(long rows, long distinct, long accounts, long regions) {

		static final Cells NONE = new Cells(0, 0, 0, 0);

		static Map<String, Cells> bySource(Database database, String where) {
			Map<String, Cells> found = new HashMap<>();
			database.query(
					"""
							SELECT source, count(*), count(DISTINCT account_id || '/' || region || '/' || coalesce(resource_id, '')),
							  count(DISTINCT account_id), count(DISTINCT region)
							FROM coverage %s GROUP BY source"""
						.formatted(where),
					(row) -> found.put(row.requiredText(1),
							new Cells(row.number(2), row.number(3), row.number(4), row.number(5))));
			return found;
		}

	}

}
