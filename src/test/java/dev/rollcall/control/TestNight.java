package dev.rollcall.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.DeniedBy;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.control.RootUser.Credentials;
import dev.rollcall.control.RootUser.Mfa;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Row;
import dev.rollcall.dataset.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night's evidence, put down row by row, and what projections and controls make of it.
 * Each dataset is a table with the product's schema; what a test does not give is null, a
 * list empty.
 */
final class TestNight implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

	private static final Instant TONIGHT = Instant.parse("2026-11-23T01:00:00Z");

	/** Rows that are not in the tables yet, by dataset and columns. */
	private final Map<NightTables.Columns, List<String>> rows = new LinkedHashMap<>();

	private NightTables.Spare spare = new NightTables.Spare();

	private @Nullable NightTables tables;

	/** Puts a member account of the organization on the roster. */
	TestNight member(String account) {
		return insert("account", Map.of("account_id", account, "management", false));
	}

	/** Puts the organization's management account on the roster. */
	TestNight management(String account) {
		return insert("account", Map.of("account_id", account, "management", true));
	}

	/**
	 * Puts an account on the roster of which nobody said that it is in an organization.
	 */
	TestNight listed(String account) {
		return insert("account", Map.of("account_id", account));
	}

	/** Puts a member account of the organization in a state on the roster. */
	TestNight account(String account, String state) {
		return insert("account", Map.of("account_id", account, "management", false, "state", state));
	}

	/**
	 * Puts a member account of the organization on the roster, with what is known of it.
	 */
	TestNight member(String account, Map<String, ?> values) {
		Map<String, Object> row = new HashMap<>(values);
		row.put("account_id", account);
		row.putIfAbsent("management", false);
		return insert("account", row);
	}

	/** A source's cells were read, in these Regions. */
	TestNight read(String account, String source, String... regions) {
		for (String region : regions) {
			cell(account, source, region, CellStatus.READ);
		}
		return this;
	}

	/** A source's cell was proven by an owner's answer. */
	TestNight answered(String account, String source, String region, String owner) {
		return insert("coverage", Map.of("account_id", account, "region", region, "source", source, "status",
				CellStatus.READ, "collected_at", TONIGHT, "gap", false, "answered_by_account", owner));
	}

	/** A cell has a status that no call explains. */
	TestNight cell(String account, String source, String region, CellStatus status) {
		return cell(account, source, region, status, null);
	}

	/** An operation of a cell was denied, and no policy named. */
	TestNight denied(String account, String source, String region, String operation) {
		return failed(account, source, region, CellStatus.DENIED, operation, "AccessDenied");
	}

	/** An operation of a cell made it a gap. */
	TestNight failed(String account, String source, String region, CellStatus status, String operation, String code) {
		DeniedBy deniedBy = (status == CellStatus.DENIED) ? DeniedBy.UNKNOWN : null;
		return cell(account, source, region, status, new CellFailure(status, operation, code, null, deniedBy, null));
	}

	/** The cell of a thing that others name, at the account where it stands. */
	TestNight thing(String account, String source, String region, String arn, CellStatus status) {
		return cell(new Cell(new AccountId(account), region, source, arn), status, null);
	}

	/** The thing that a cell of such a source is about where a test names none. */
	static String anyThing(String account, String region) {
		return "arn:aws:thing:" + region + ":" + account + ":any";
	}

	private TestNight cell(String account, String source, String region, CellStatus status,
			@Nullable CellFailure failure) {
		boolean distinct = Shipped.SOURCES.distinctSources()
			.stream()
			.anyMatch((asking) -> asking.definition().name().equals(source));
		return cell(new Cell(new AccountId(account), region, source, distinct ? anyThing(account, region) : null),
				status, failure);
	}

	private TestNight cell(Cell cell, CellStatus status, @Nullable CellFailure failure) {
		Coverage coverage = Coverage
			.of(new CellResult(cell, status, failure, 1, 0, null, 1, TONIGHT, List.of(), List.of()), ExpectedGaps.NONE);
		Map<String, Object> row = new HashMap<>(Map.of("account_id", cell.account().value(), "region", cell.region(),
				"source", cell.source(), "status", status, "collected_at", TONIGHT, "gap", coverage.gap()));
		putIfKnown(row, "resource_id", cell.resourceId());
		putIfKnown(row, "operation", coverage.operation());
		putIfKnown(row, "unread_verdict", coverage.unreadVerdict());
		putIfKnown(row, "unread_reason", coverage.unreadReason());
		return insert("coverage", row);
	}

	private static void putIfKnown(Map<String, Object> row, String column, @Nullable String value) {
		if (value != null) {
			row.put(column, value);
		}
	}

	/** A cell gave a row of evidence. */
	TestNight row(String dataset, String account, String region, Map<String, ?> values) {
		Map<String, Object> row = new HashMap<>(values);
		row.put("account_id", account);
		row.put("region", region);
		row.putIfAbsent("collected_at", TONIGHT);
		return insert(dataset, row);
	}

	/**
	 * An account's own analyzer looked at a Region the day before, and its findings were
	 * read.
	 */
	TestNight looking(String account, String region) {
		return read(account, "access-analyzer-findings", region).row("analyzer", account, region, Map.of("arn",
				"own-analyzer", "type", "ACCOUNT", "status", "ACTIVE", "last_analyzed_at", "2026-11-22T12:00:00Z"));
	}

	/** Whether controls can read a dataset. */
	boolean has(String dataset) {
		return NightTables.SCHEMAS.containsKey(dataset);
	}

	private TestNight insert(String dataset, Map<String, ?> values) {
		Schema schema = NightTables.SCHEMAS.get(dataset);
		if (schema == null) {
			throw new IllegalArgumentException("There is no dataset '" + dataset + "'");
		}
		Map<String, Object> row = new TreeMap<>(values);
		schema.columns()
			.stream()
			.filter((column) -> column.type() == ColumnType.STRINGS)
			.forEach((column) -> row.putIfAbsent(column.name(), List.of()));
		this.rows
			.computeIfAbsent(new NightTables.Columns(dataset, List.copyOf(row.keySet())),
					(columns) -> new ArrayList<>())
			.add(row.values().stream().map(TestNight::literal).collect(Collectors.joining(", ", "(", ")")));
		return this;
	}

	private static String literal(@Nullable Object value) {
		if (value instanceof List<?> texts) {
			return texts.stream().map(TestNight::literal).collect(Collectors.joining(", ", "[", "]"));
		}
		return (value instanceof Boolean || value instanceof Number) ? value.toString()
				: Database.literal(String.valueOf(value));
	}

	/**
	 * What a shipped control says, in order of its key. Each reason must have its
	 * Japanese.
	 */
	List<Judgement> judge(String control) {
		List<Judgement> judgements = judge(Shipped.control(control));
		assertThat(judgements).extracting(Judgement::reason).allMatch(Shipped.JAPANESE::know, "has its Japanese");
		return judgements;
	}

	/** What a control says, in order of its key. */
	List<Judgement> judge(Control control) {
		return tables().judge(control);
	}

	/** The tables with all rows in them. */
	private NightTables tables() {
		NightTables filled = (this.tables != null) ? this.tables : this.spare.take();
		this.tables = filled;
		this.rows.forEach(filled::insert);
		this.rows.clear();
		return filled;
	}

	/** The projection {@code root_user}, by account. */
	List<RootUser> rootUsers() {
		List<RootUser> users = new ArrayList<>();
		tables().query("root_user",
				"SELECT account_id, credentials, mfa, access_keys, last_used_at FROM root_user ORDER BY account_id",
				(row) -> users
					.add(new RootUser(new AccountId(row.requiredText(1)), Credentials.valueOf(row.requiredText(2)),
							Mfa.valueOf(row.requiredText(3)), row.flag(4), row.time(5))));
		return users;
	}

	/** What a query says of a projection: the texts of its first column. */
	List<String> texts(String projection, String sql) {
		List<String> texts = new ArrayList<>();
		tables().query(projection, sql, (row) -> texts.add(row.requiredText(1)));
		return texts;
	}

	/** The projection {@code trail_coverage}, by account and Region. */
	List<TrailCoverage> trailCoverage() {
		List<TrailCoverage> coverage = new ArrayList<>();
		tables().query("trail_coverage",
				"SELECT account_id, region, covered, management_events, trail_arns, trail_account_ids, unread_reason"
						+ " FROM trail_coverage ORDER BY account_id, region",
				(row) -> coverage.add(trailCoverage(row)));
		return coverage;
	}

	private static TrailCoverage trailCoverage(Row row) {
		return new TrailCoverage(new AccountId(row.requiredText(1)), row.requiredText(2), row.flag(3), row.text(4),
				row.texts(5), row.texts(6), row.text(7));
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.spare = NightTables.Spare.of(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (this.tables != null) {
			this.spare.putBack(this.tables);
		}
	}

	@Override
	public void close() {
		if (this.tables != null) {
			this.tables.close();
		}
	}

}
