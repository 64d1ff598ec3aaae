package dev.rollcall.control;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Subcategory;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tonight's verdicts and the findings of the night before, put down row by row, and what
 * the comparison makes of them. The controls {@code c.one} and {@code c.two} read the
 * Regional source {@code here}, the global source {@code there}, and {@code thing}, which
 * asks about things that the rows of these name; both nights know them and the accounts 1
 * and 2.
 */
final class TwoNights implements AfterEachCallback {

	static final LocalDate LAST_NIGHT = LocalDate.parse("2026-11-20");

	static final LocalDate TONIGHT = LocalDate.parse("2026-11-23");

	static final String ONE = "000000000001";

	static final String TWO = "000000000002";

	static final String REGION = "eu-west-1";

	private final Workspace workspace = new Workspace();

	private final Database database = new Database(this.workspace.directory("duckdb"));

	private final List<Waiver> waivers = new ArrayList<>();

	private final List<Excuses.ExpectedRegion> expected = new ArrayList<>();

	private final List<WaiverEntry> accepted = new ArrayList<>();

	private boolean hasLastNight = true;

	private boolean compared;

	TwoNights() {
		table("account",
				"account_id VARCHAR, name VARCHAR, ou_ids VARCHAR[], ou_names VARCHAR[], tags MAP(VARCHAR, VARCHAR),"
						+ " unplaced_reason VARCHAR");
		table("left_out_control", columns(LeftOutControl.class));
		table("config_rule_compliance", "account_id VARCHAR, region VARCHAR, rule_name VARCHAR, rule_arn VARCHAR,"
				+ " non_compliant_resources BIGINT, count_capped BOOLEAN");
		table("config_resource_compliance", "account_id VARCHAR, region VARCHAR, rule_name VARCHAR,"
				+ " resource_type VARCHAR, resource_id VARCHAR, compliance VARCHAR");
		table("coverage",
				"account_id VARCHAR, source VARCHAR, region VARCHAR, unread_verdict VARCHAR,"
						+ " unread_reason VARCHAR, resource_id VARCHAR, status VARCHAR, denied_by VARCHAR, gap BOOLEAN,"
						+ " answered_by_account VARCHAR");
		table("refused_source", "source VARCHAR");
		table("control", columns(ControlEntry.class));
		table(Comparison.CONTROL, columns(ControlEntry.class));
		table("parameter", columns(ParameterEntry.class));
		table(Comparison.PARAMETER, columns(ParameterEntry.class));
		table(Comparison.ACCOUNT, "account_id VARCHAR");
		table(Comparison.FINDING, columns(Finding.class));
		table(Comparison.CHANGE, columns(Change.class));
		table(Comparison.NAMING, columns(Naming.class));
		new Evaluation(this.database);
		for (String account : List.of(ONE, TWO)) {
			account(account, "Root/Workloads", Map.of()).accountLastNight(account);
		}
		for (String control : List.of("c.one", "c.two")) {
			control("control", control, 1, "LOW", "hash").control(Comparison.CONTROL, control, 1, "LOW", "hash");
		}
	}

	private void table(String name, String columns) {
		this.database.execute("CREATE TABLE " + name + " (" + columns + ")");
	}

	private static String columns(Class<? extends Record> type) {
		return Schema.of(type)
			.columns()
			.stream()
			.map((column) -> column.name() + " " + column.type().sql())
			.collect(Collectors.joining(", "));
	}

	TwoNights account(String id, String unit, @Nullable Map<String, String> tags) {
		List<String> names = List.of(unit.split("/"));
		List<String> ids = IntStream.rangeClosed(1, names.size())
			.mapToObj((level) -> "ou-" + String.join("-", names.subList(0, level)))
			.toList();
		return insert("account", row("account_id", id, "ou_ids", ids, "ou_names", names, "tags", tags));
	}

	/** An account of which nobody knows tags and unit. */
	TwoNights unknownAccount(String id) {
		return insert("account",
				row("account_id", id, "ou_ids", List.of(), "ou_names", List.of(), "unplaced_reason", "It is gone."));
	}

	/** What a control of tonight reads. */
	TwoNights reads(String control, String source) {
		this.database.execute("UPDATE control SET sources = [%s] WHERE control_id = %s"
			.formatted(Database.literal(source), Database.literal(control)));
		return this;
	}

	TwoNights accountLastNight(String id) {
		return insert(Comparison.ACCOUNT, row("account_id", id));
	}

	TwoNights without(String table, String condition) {
		this.database.execute("DELETE FROM " + table + " WHERE " + condition);
		return this;
	}

	TwoNights withoutLastNight() {
		this.hasLastNight = false;
		return this;
	}

	TwoNights control(String table, String id, int version, String severity, String sha256) {
		return insert(table, row("control_id", id, "version", version, "severity", severity, "sql_sha256", sha256,
				"csf20_primary", "PR.AA-01", "csf11_primary", "PR.AC-1"));
	}

	/**
	 * Has a control of tonight say under which keys its rows stood before.
	 * @param controls their ids, separated by commas
	 */
	TwoNights was(String id, String controls, boolean regional) {
		this.database.execute("UPDATE control SET was_controls = string_split(%s, ','), was_regional = %s"
			.formatted(Database.literal(controls), regional) + " WHERE control_id = " + Database.literal(id));
		return this;
	}

	TwoNights parameter(String table, String control, String name, String value) {
		return insert(table, row("control_id", control, "name", name, "value", value));
	}

	/** A cell of tonight that was read. */
	TwoNights read(String account, String source, String region) {
		return insert("coverage", row("account_id", account, "source", source, "region", region));
	}

	/** A cell of tonight that was not read. */
	TwoNights unread(String account, String source, String region, String verdict, String reason) {
		return insert("coverage", row("account_id", account, "source", source, "region", region, "unread_verdict",
				verdict, "unread_reason", reason));
	}

	/** Tonight's cell of a thing; without a reason it was read. */
	TwoNights thing(String account, String resource, @Nullable String unreadReason) {
		return insert("coverage",
				row("account_id", account, "source", "thing", "region", "global", "resource_id", resource,
						"unread_verdict", (unreadReason != null) ? "INSUFFICIENT_DATA" : null, "unread_reason",
						unreadReason));
	}

	/** A row of last night's named a thing. */
	TwoNights named(String resource, String account, String region, String source) {
		return insert(Comparison.NAMING, row("source", "thing", "resource_id", resource, "account_id", account,
				"region", region, "named_by", source));
	}

	TwoNights lastNight(String resource, String verdict) {
		return lastNight("c.one", ONE, REGION, resource, verdict, verdict.equals("INSUFFICIENT_DATA") ? null : verdict,
				null);
	}

	TwoNights lastNight(String control, String account, String region, String resource, String verdict,
			@Nullable String known, @Nullable String waiver) {
		return insert(Comparison.FINDING,
				row("control_id", control, "account_id", account, "region", region, "resource_id", resource, "verdict",
						verdict, "last_known_verdict", known, "first_seen_on", LAST_NIGHT.minusDays(9), "waiver_id",
						waiver, "csf20_primary", "PR.AA-05", "csf11_primary", "PR.AC-4"));
	}

	/** Of account 1, under a Subcategory. */
	TwoNights lastNightAs(String subcategory, String region, String verdict) {
		return insert(Comparison.FINDING,
				row("control_id", "c.one", "account_id", ONE, "region", region, "resource_id", ONE, "verdict", verdict,
						"last_known_verdict", verdict, "first_seen_on", LAST_NIGHT, "csf20_primary", subcategory,
						"csf11_primary", "PR.AC-1"));
	}

	TwoNights tonight(String resource, String verdict) {
		return tonight("c.one", ONE, REGION, resource, verdict);
	}

	TwoNights tonight(String control, String account, String region, String resource, String verdict) {
		return insert(Evaluation.FINDINGS,
				row("control_id", control, "account_id", account, "region", region, "resource_id", resource, "verdict",
						verdict, "severity", "LOW", "reason", "Said tonight.", "csf20_primary", "PR.AA-01",
						"csf11_primary", "PR.AC-1"));
	}

	/**
	 * As many findings of account 1, and as many of account 2, NON_COMPLIANT last night
	 * and COMPLIANT tonight.
	 */
	TwoNights fixed(int findings) {
		for (String account : List.of(ONE, TWO)) {
			String key = "SELECT 'c.one' AS control_id, '%s' AS account_id, '%s' AS region, 'r' || n AS resource_id"
				.formatted(account, REGION);
			String from = " FROM generate_series(1, " + findings + ") AS many (n)";
			this.database.execute("INSERT INTO " + Comparison.FINDING + " BY NAME " + key
					+ ", 'NON_COMPLIANT' AS verdict, 'NON_COMPLIANT' AS last_known_verdict" + from);
			this.database.execute("INSERT INTO " + Evaluation.FINDINGS + " BY NAME " + key
					+ ", 'COMPLIANT' AS verdict, 'LOW' AS severity, 'Said tonight.' AS reason" + from);
		}
		return this;
	}

	/** A change of the weeks before. */
	TwoNights changed(String resource, String change, @Nullable String from) {
		return insert(Comparison.CHANGE, row("control_id", "c.one", "account_id", ONE, "region", REGION, "resource_id",
				resource, "change", change, "from_verdict", from));
	}

	TwoNights waived(Waiver waiver) {
		this.waivers.add(waiver);
		return this;
	}

	/** A cell of tonight that was refused. */
	TwoNights denied(String account, String source, String region, String by, String reason) {
		return insert("coverage", row("account_id", account, "source", source, "region", region, "unread_verdict",
				"INSUFFICIENT_DATA", "unread_reason", reason, "status", "DENIED", "denied_by", by, "gap", true));
	}

	/** A cell of tonight that answered. */
	TwoNights answered(String account, String source, String region) {
		return insert("coverage",
				row("account_id", account, "source", source, "region", region, "status", "READ", "gap", false));
	}

	/** A cell that was left out. */
	TwoNights excluded(String account, String source, String region) {
		return insert("coverage", row("account_id", account, "source", source, "region", region, "unread_verdict",
				"INSUFFICIENT_DATA", "unread_reason", "Left out.", "status", "EXCLUDED", "gap", false));
	}

	TwoNights expecting(String region) {
		this.expected.add(new Excuses.ExpectedRegion(null, region, null));
		return this;
	}

	TwoNights refusedEverywhere(String source) {
		return insert("refused_source", row("source", source));
	}

	TwoNights unscored(String control) {
		this.database.execute("UPDATE control SET scored = false WHERE control_id = " + Database.literal(control));
		return this;
	}

	TwoNights tonight(String region, String resource, String verdict, String reason) {
		return insert(Evaluation.FINDINGS,
				row("control_id", "c.one", "account_id", ONE, "region", region, "resource_id", resource, "verdict",
						verdict, "severity", "LOW", "reason", reason, "csf20_primary", "PR.AA-01", "csf11_primary",
						"PR.AC-1"));
	}

	/** Tonight's units by CSF 2.0: verdict, why it is outside, and what it was before. */
	List<String> units() {
		compare();
		return rows(
				"SELECT control_id, verdict, outside, verdict_before FROM units WHERE csf_version = '2.0' ORDER BY ALL");
	}

	private static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return row;
	}

	private TwoNights insert(String table, Map<String, @Nullable Object> row) {
		this.database.execute("INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", row.keySet()),
				row.values().stream().map(TwoNights::literal).collect(Collectors.joining(", "))));
		return this;
	}

	private static String literal(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> literal(entry.getKey()) + ": " + literal(entry.getValue()))
				.collect(Collectors.joining(", ", "MAP {", "}"));
		}
		if (value instanceof List<?> list) {
			return list.stream().map(TwoNights::literal).collect(Collectors.joining(", ", "CAST([", "] AS VARCHAR[])"));
		}
		return (value == null || value instanceof Number) ? String.valueOf(value) : Database.literal(value.toString());
	}

	private void compare() {
		if (this.compared) {
			return;
		}
		this.compared = true;
		Comparison comparison = new Comparison(this.database, TONIGHT,
				this.hasLastNight ? Optional.of(LAST_NIGHT) : Optional.empty());
		Acceptance acceptance = new Acceptance(this.database, this.waivers, TONIGHT, ZoneOffset.UTC);
		comparison.run(List.of(reading("c.one"), reading("c.two")), Set.of("here", "there", "thing"), acceptance,
				new Excuses(this.database, this.expected, Set.of("here", "there")));
		this.accepted.addAll(acceptance.entries());
		this.database.execute("CREATE TABLE finding AS " + comparison.findings());
		this.database.execute("CREATE TABLE change AS " + comparison.changes());
	}

	private static Control reading(String id) {
		CsfMapping csf20 = new CsfMapping(new Subcategory("PR.AA-01", new Text("A", "A"), null), "C", Map.of());
		CsfMapping csf11 = new CsfMapping(new Subcategory("PR.AC-1", new Text("A", "A"), null), "C", Map.of());
		return new Control(id, 1, Severity.LOW, new Text("A", "A"), new Text("B", "B"),
				List.of("here", "there", "thing", "organization"),
				Map.of(CsfVersion.V2_0, csf20, CsfVersion.V1_1, csf11), Map.of(), Map.of(), null, Was.UNCHANGED, true,
				null, "", "0");
	}

	/** Tonight's changes, each as {@code what thing: from → to}, sorted. */
	List<String> changes() {
		compare();
		return rows(
				"SELECT concat_ws('/', control_id, account_id, region, resource_id), change, from_verdict, to_verdict"
						+ " FROM change ORDER BY ALL");
	}

	/** Tonight's findings under some columns, in order of their key. */
	List<String> findings(String columns) {
		compare();
		return rows("SELECT " + columns + " FROM finding ORDER BY control_id, account_id, region, resource_id");
	}

	List<WaiverEntry> waivers() {
		compare();
		return this.accepted;
	}

	/** The tables and views that stand when the nights are compared. */
	List<String> tables() {
		compare();
		return rows("SELECT table_name FROM information_schema.tables ORDER BY table_name");
	}

	private List<String> rows(String sql) {
		int columns = this.database.columnsOf(sql).size();
		List<String> rows = new ArrayList<>();
		this.database.query(sql, (row) -> {
			List<String> cells = new ArrayList<>();
			for (int i = 1; i <= columns; i++) {
				cells.add(String.valueOf(row.text(i)));
			}
			rows.add(String.join(" ", cells));
		});
		return rows;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.database.close();
		this.workspace.close();
	}

}
