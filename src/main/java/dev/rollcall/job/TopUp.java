package dev.rollcall.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.AccountRegion;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Row;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Rollups;
import dev.rollcall.organization.Roster;
import dev.rollcall.organization.RosterEntry;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.PublishedNight;
import org.jspecify.annotations.Nullable;

/**
 * What a top-up keeps of the attempt before it: the roster, the Regions, and whatever was
 * read, each with the time at which it was. Its gaps are asked again. Every row of
 * evidence is kept: a gap has left none.
 */
final class TopUp implements Kept, AutoCloseable {

	private final PublishedNight last;

	private final Workspace workspace;

	private final Map<String, SourceDefinition> sources;

	private final Database database;

	private final Set<String> regions;

	private final Map<AccountId, RosterEntry> roster = new TreeMap<>();

	/** What is asked of an account, by its source and Region; numbered. */
	private final Map<String, Integer> questions = new HashMap<>();

	/** The questions that an account did not answer; there may be many accounts. */
	private final Map<AccountId, BitSet> gaps = new HashMap<>();

	/**
	 * What was asked once for the organization and is no gap; whom that was is not fixed.
	 */
	private final Set<Cell> onceAsked = new HashSet<>();

	/**
	 * The things that were asked about, by source and ARN, and are no gap; whoever owns
	 * one is found by asking.
	 */
	private final Set<List<String>> things = new HashSet<>();

	/** A condition on the rows that are kept. */
	private String notAskedElsewhere = "true";

	/**
	 * Reads what an attempt left.
	 * @throws dev.rollcall.publication.AlteredNightException where that is not what was
	 * published
	 */
	TopUp(PublishedNight last, SourceCatalog catalog, Workspace workspace) {
		this.last = last;
		this.workspace = workspace;
		this.sources = catalog.definitions()
			.stream()
			.collect(Collectors.toMap(SourceDefinition::name, (source) -> source));
		this.regions = Set.copyOf(run().run().regions());
		this.database = new Database(workspace.directory("duckdb"), run().run().places());
		DatasetFiles.collected(catalog).forEach((schema) -> show(this.database, schema));
		this.database.query("SELECT %s FROM %s".formatted(DatasetFiles.account().columnList(), name("account")),
				(row) -> add(row.record(1, RosterEntry.class)));
		this.database.query("SELECT account_id, region, source, resource_id, %s FROM %s"
			.formatted(askedAgain(name("coverage")), name("coverage")),
				(row) -> add(cell(row), Boolean.TRUE.equals(row.flag(5))));
	}

	/**
	 * A condition on rows of coverage whose cells are asked again: gaps, and what only a
	 * service has called a disabled Region, while the account's own list was a gap.
	 * @param coverage the rows, as SQL names them
	 */
	static String askedAgain(String coverage) {
		return """
				(gap OR (status = 'REGION_DISABLED' AND account_id IN (
				  SELECT account_id FROM %s WHERE source = %s AND gap)))""".formatted(coverage,
				Database.literal(AccountRegion.SOURCE));
	}

	private void show(Database open, Schema schema) {
		open.view(new Schema("last_" + schema.dataset(), schema.columns()),
				List.of(this.last.require(schema.dataset())));
	}

	private static String name(String dataset) {
		return "\"last_" + dataset + '"';
	}

	private static Cell cell(Row row) {
		return new Cell(new AccountId(row.requiredText(1)), row.requiredText(2), row.requiredText(3), row.text(4));
	}

	private void add(RosterEntry entry) {
		this.roster.put(entry.accountId(), entry);
	}

	private void add(Cell cell, boolean gap) {
		if (isAskedOnce(cell)) {
			if (!gap) {
				keep(cell);
			}
		}
		else if (gap) {
			int question = this.questions.computeIfAbsent(question(cell), (first) -> this.questions.size());
			this.gaps.computeIfAbsent(cell.account(), (first) -> new BitSet()).set(question);
		}
	}

	private void keep(Cell cell) {
		if (cell.resourceId() != null) {
			this.things.add(List.of(cell.source(), cell.resourceId()));
		}
		else {
			this.onceAsked.add(cell);
		}
	}

	private static String question(Cell cell) {
		return cell.source() + "/" + cell.region();
	}

	private boolean isGap(Cell cell) {
		BitSet unanswered = this.gaps.get(cell.account());
		Integer question = this.questions.get(question(cell));
		return unanswered != null && question != null && unanswered.get(question);
	}

	private boolean isAskedOnce(Cell cell) {
		SourceDefinition source = this.sources.get(cell.source());
		return source != null && !source.isAskedOfEveryAccount();
	}

	private CommittedRun run() {
		return this.last.run();
	}

	@Override
	public boolean has(Cell cell) {
		return isAskedOnce(cell) ? this.onceAsked.contains(cell) : isOfThen(cell) && !isGap(cell);
	}

	/** Tonight may find Regions that nobody knew of then. */
	private boolean isOfThen(Cell cell) {
		return this.roster.containsKey(cell.account()) && (cell.isGlobal() || this.regions.contains(cell.region()));
	}

	@Override
	public boolean hasThing(String source, String resourceId) {
		return this.things.contains(List.of(source, resourceId));
	}

	@Override
	public boolean leavesOpen(Account account) {
		return this.gaps.containsKey(account.id());
	}

	/** The database serves one thread at a time. */
	@Override
	public synchronized CellResult result(Cell cell) {
		SourceDefinition source = Objects.requireNonNull(this.sources.get(cell.source()));
		List<String> key = List.of(cell.account().value(), cell.region(), cell.source());
		List<EvidenceRow> rows = new ArrayList<>();
		for (Class<? extends Record> evidence : source.evidence()) {
			Schema schema = Schema.ofEvidence(evidence);
			this.database.query(
					"SELECT %s FROM %s WHERE account_id = ? AND region = ? AND source = ?"
						.formatted(schema.columnList(), name(schema.dataset())),
					key, (row) -> rows.add(new EvidenceRow(cell.account(), cell.region(), cell.source(),
							row.requiredTime(4), row.record(Schema.CELL.size() + 1, evidence))));
		}
		List<CellResult> results = new ArrayList<>();
		Schema coverage = DatasetFiles.coverage();
		this.database.query(
				"SELECT %s FROM %s WHERE account_id = ? AND region = ? AND source = ?".formatted(coverage.columnList(),
						name(coverage.dataset())),
				key, (row) -> results.add(row.record(1, Coverage.class).result().withRows(rows)));
		return results.get(0);
	}

	@Override
	public Optional<Discovery> discovery(AccountId own, AccountId reader, Roster configured, boolean regionsGiven) {
		String management = run().run().managementAccountId();
		if ((configured == Roster.ORGANIZATION) != (management != null)) {
			throw new BadInputException("--top-up: attempt " + run().run().attempt() + " of " + run().snapshotDate()
					+ " was made with another roster than '" + configured.name().toLowerCase(Locale.ROOT)
					+ "'; --again makes a whole new attempt");
		}
		return Optional.of(new Discovery(configured, own, reader, run().run().organizationId(),
				(management != null) ? new AccountId(management) : null,
				this.roster.values().stream().map(RosterEntry::account).toList(), run().run().regions(), regionsGiven));
	}

	/** None where that was a gap. */
	@Override
	public List<DelegatedAdministrator> administrators() {
		Schema schema = Schema.of(DelegatedAdministrator.class);
		List<DelegatedAdministrator> administrators = new ArrayList<>();
		this.database.query("SELECT %s FROM %s".formatted(schema.columnList(), name(schema.dataset())),
				(row) -> administrators.add(row.record(1, DelegatedAdministrator.class)));
		return administrators;
	}

	/** As it was then, but for tags that are read only now. */
	@Override
	public RosterEntry entry(Account account, @Nullable Map<String, String> tags, Rollups rollups) {
		RosterEntry kept = Objects.requireNonNull(this.roster.get(account.id()));
		return (tags != null) ? kept.with(tags, rollups) : kept;
	}

	@Override
	public Optional<Path> before(Schema schema) {
		return Optional.of(this.last.require(schema.dataset()));
	}

	/**
	 * They are put in order beside tonight's afterwards: to sort both at once takes twice
	 * the memory.
	 */
	@Override
	public Optional<Path> keep(Database tonight, Schema schema) {
		show(tonight, schema);
		Path file = this.workspace.newFile("kept", "-" + schema.dataset() + ".parquet");
		tonight.write("SELECT * FROM %s WHERE %s".formatted(name(schema.dataset()), kept(schema)), schema, file);
		return Optional.of(file);
	}

	private String kept(Schema schema) {
		return switch (schema.dataset()) {
			case "account" -> "account_id NOT IN (SELECT account_id FROM account)";
			case "coverage" -> "NOT " + askedAgain(name("coverage")) + " AND " + this.notAskedElsewhere;
			default -> this.notAskedElsewhere;
		};
	}

	@Override
	public void compare(Database tonight) {
		this.notAskedElsewhere = Superseded.leaves(tonight, "coverage", this.sources.values());
	}

	@Override
	public void close() {
		this.database.close();
	}

}
