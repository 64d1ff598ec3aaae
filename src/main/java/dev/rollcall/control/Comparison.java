package dev.rollcall.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.StableId;

/**
 * Puts tonight's verdicts beside the previous full night's: since when a finding is as it
 * is, what nobody could look at, and what changed. Beside the views of tonight's
 * {@code account}, {@code coverage} and {@code control} it reads
 * <ul>
 * <li>{@value #FINDING}, {@value #ACCOUNT}, {@value #CONTROL} and {@value #PARAMETER}:
 * the previous full night's datasets,
 * <li>{@value #CHANGE}: the changes of the nights of the last weeks,
 * <li>{@value #NAMING}: what the previous full night's evidence named.
 * </ul>
 */
public final class Comparison {

	/** The view of the previous full night's findings. */
	public static final String FINDING = "earlier_finding";

	/** The view of the previous full night's accounts. */
	public static final String ACCOUNT = "earlier_account";

	/** The view of the previous full night's controls. */
	public static final String CONTROL = "earlier_control";

	/** The view of the previous full night's parameters; empty where it had none. */
	public static final String PARAMETER = "earlier_parameter";

	/** The view of the changes of recent nights. */
	public static final String CHANGE = "recent_change";

	/** The view of what rows of the previous full night named, as {@link Naming}. */
	public static final String NAMING = "earlier_naming";

	private static final String CONTROLS = """
			SELECT t.control_id, p.control_id IS NULL AS added,
			  t.version <> p.version OR EXISTS (
			    SELECT 1 FROM parameter n JOIN earlier_parameter e ON e.control_id = n.control_id AND e.name = n.name
			    WHERE n.control_id = t.control_id AND n.value <> e.value) AS judges_differently,
			  t.severity <> p.severity OR t.csf20_primary <> p.csf20_primary OR t.csf11_primary <> p.csf11_primary
			    AS counts_differently
			FROM control t LEFT JOIN earlier_control p ON p.control_id = t.control_id""";

	/**
	 * The previous night's findings, under a control that is still there, without one.
	 */
	private static final String GONE = """
			SELECT p.*, k.severity AS severity_now
			FROM previous_finding p
			JOIN account a ON a.account_id = p.account_id
			JOIN control k ON k.control_id = p.control_id
			ANTI JOIN evaluated_now e ON e.control_id = p.control_id AND e.account_id = p.account_id
			  AND e.region = p.region AND e.resource_id = p.resource_id""";

	/**
	 * Of each thing that is asked about tonight, or was named last night: whether anybody
	 * could have seen it tonight, and why not. Its own cell says that; where it has none,
	 * the cells that named it do.
	 */
	private static final String THING_SIGHT = """
			WITH tonight AS (
			  SELECT source, resource_id,
			    min(unread_reason) FILTER (WHERE unread_verdict = 'INSUFFICIENT_DATA') AS unread_reason
			  FROM coverage WHERE resource_id IS NOT NULL
			  GROUP BY source, resource_id
			),
			named AS (
			  SELECT n.source, n.resource_id, count(c.account_id) > 0 AS asked,
			    min(c.unread_reason) FILTER (WHERE c.unread_verdict = 'INSUFFICIENT_DATA') AS unread_reason
			  FROM earlier_naming n
			  LEFT JOIN coverage c ON c.account_id = n.account_id AND c.source = n.named_by
			    AND c.region IN (n.region, 'global')
			  GROUP BY n.source, n.resource_id
			)
			SELECT source, resource_id, t.resource_id IS NOT NULL OR n.asked AS asked,
			  CASE WHEN t.resource_id IS NOT NULL THEN t.unread_reason ELSE n.unread_reason END AS unread_reason
			FROM tonight t FULL JOIN named n USING (source, resource_id)""";

	private static final String MISSING = """
			WITH looked AS (
			  SELECT g.account_id, g.region, g.resource_id, count(*) AS cells,
			    count(*) FILTER (WHERE c.region = g.region) AS own_cells,
			    min(c.unread_reason) FILTER (WHERE c.unread_verdict = 'INSUFFICIENT_DATA') AS unread,
			    min(c.unread_reason) FILTER (WHERE c.unread_verdict = 'INSUFFICIENT_DATA' AND c.region = g.region)
			      AS own_unread
			  FROM gone g
			  JOIN control_source s ON s.control_id = g.control_id
			  JOIN coverage c ON c.account_id = g.account_id AND c.source = s.source AND c.region IN (g.region, 'global')
			    AND c.resource_id IS NULL
			  GROUP BY g.account_id, g.region, g.resource_id
			),
			things AS (
			  SELECT s.control_id, t.resource_id, bool_or(t.asked) AS asked, min(t.unread_reason) AS unread_reason
			  FROM control_source s JOIN thing_sight t ON t.source = s.source
			  GROUP BY s.control_id, t.resource_id
			)
			SELECT g.*,
			  -- an account's own row of a Region was asked for there, whatever is read of the account as a whole
			  CASE WHEN t.control_id IS NOT NULL THEN t.asked
			    WHEN g.resource_id = g.account_id AND g.region <> 'global' THEN coalesce(l.own_cells, 0) > 0
			    ELSE l.cells IS NOT NULL END AS asked,
			  CASE WHEN g.resource_id = g.account_id THEN NULL
			    WHEN t.control_id IS NOT NULL THEN t.unread_reason
			    WHEN l.own_cells > 0 THEN coalesce(l.own_unread, u.reason)
			    ELSE coalesce(l.unread, u.reason) END AS unread_reason
			FROM gone g
			LEFT JOIN things t ON t.control_id = g.control_id AND t.resource_id = g.resource_id
			LEFT JOIN looked l ON l.account_id = g.account_id AND l.region = g.region AND l.resource_id = g.resource_id
			LEFT JOIN evaluated_now u ON u.account_id = g.account_id AND u.region = g.region
			  AND u.resource_id = g.account_id AND u.verdict = 'INSUFFICIENT_DATA'""";

	/** Tonight's findings, each beside the previous night's. */
	private static final String JUDGED = """
			WITH beside AS (
			  SELECT e.*, p.verdict AS from_verdict, p.last_known_verdict AS known_before, p.waiver_id AS from_waiver,
			    p.first_seen_on AS known_since, p.finding_id AS known_id,
			    CASE WHEN e.verdict <> 'INSUFFICIENT_DATA' THEN e.verdict ELSE p.last_known_verdict END AS known
			  FROM evaluated_now e
			  LEFT JOIN previous_finding p ON p.control_id = e.control_id AND p.account_id = e.account_id
			    AND p.region = e.region AND p.resource_id = e.resource_id
			)
			SELECT b.control_id, b.account_id, b.region, b.resource_id, b.verdict, b.severity, b.reason,
			  b.csf20_primary, b.csf11_primary, w.waiver_id,
			  CASE WHEN b.known_since IS NOT NULL AND b.known IS NOT DISTINCT FROM b.known_before THEN b.known_since
			    ELSE DATE '%s' END AS first_seen_on,
			  b.known AS last_known_verdict, coalesce(b.known_id, %s) AS finding_id,
			  coalesce(x.why = 'EXPECTED_GAP', false) AS expected_gap, b.from_verdict, b.known_before, b.from_waiver
			FROM beside b
			LEFT JOIN excused x ON x.account_id = b.account_id AND x.region = b.region AND x.resource_id = b.resource_id
			LEFT JOIN accepted w ON b.known = 'NON_COMPLIANT' AND w.account_id = b.account_id AND w.region = b.region
			  AND w.resource_id = b.resource_id""";

	private static final String FINDING_CHANGES = """
			WITH pair AS (
			  SELECT control_id, account_id, region, resource_id, from_verdict, known_before AS known, from_waiver,
			    verdict AS to_verdict, waiver_id AS to_waiver, true AS asked
			  FROM judged
			  WHERE verdict IS DISTINCT FROM from_verdict OR (waiver_id IS NULL) <> (from_waiver IS NULL)
			  UNION ALL
			  SELECT control_id, account_id, region, resource_id, verdict, last_known_verdict, waiver_id, NULL, NULL, asked
			  FROM missing WHERE unread_reason IS NULL
			  UNION ALL
			  SELECT control_id, account_id, region, resource_id, verdict, last_known_verdict, waiver_id, NULL, NULL, false
			  FROM previous_finding WHERE control_id NOT IN (SELECT control_id FROM control)
			),
			-- findings of accounts that were there both nights
			comparable AS (
			  SELECT p.*, k.control_id IS NULL AS control_gone, coalesce(k.judges_differently, false) AS rejudged
			  FROM pair p
			  LEFT JOIN control_now k ON k.control_id = p.control_id
			  WHERE p.account_id IN (SELECT account_id FROM account)
			    AND p.account_id IN (SELECT account_id FROM earlier_account)
			    AND NOT coalesce(k.added, false)
			),
			changes AS (
			  SELECT c.control_id, c.account_id, c.region, c.resource_id, c.from_verdict, c.to_verdict,
			    CASE
			      WHEN c.control_gone THEN CASE WHEN c.from_verdict <> 'INSUFFICIENT_DATA' THEN 'NOT_SEEN' END
			      WHEN c.rejudged THEN NULL
			      -- in a Region that one account had, there was nothing of the others to lose sight of
			      WHEN c.to_verdict IS NULL AND NOT c.asked THEN
			        CASE WHEN c.from_verdict IN ('COMPLIANT', 'NON_COMPLIANT') THEN 'NOT_SEEN' END
			      -- an account's own row gives way to rows of its resources, and comes back
			      WHEN c.to_verdict IS NULL AND c.resource_id = c.account_id THEN NULL
			      WHEN coalesce(c.to_verdict, 'NOT_APPLICABLE') = 'NOT_APPLICABLE' THEN
			        CASE WHEN c.known IN ('COMPLIANT', 'NON_COMPLIANT') THEN 'RESOURCE_GONE' END
			      WHEN c.to_verdict = 'INSUFFICIENT_DATA' THEN
			        CASE WHEN c.from_verdict <> 'INSUFFICIENT_DATA' THEN 'NOT_SEEN' END
			      WHEN c.to_verdict = 'COMPLIANT' THEN CASE WHEN c.known = 'NON_COMPLIANT' THEN 'FIXED' END
			      WHEN c.known = 'NON_COMPLIANT' THEN NULL
			      WHEN h.control_id IS NOT NULL THEN 'REAPPEARED'
			      ELSE 'NEW'
			    END AS change
			  FROM comparable c
			  LEFT JOIN healed h ON h.control_id = c.control_id AND h.account_id = c.account_id AND h.region = c.region
			    AND h.resource_id = c.resource_id
			)
			SELECT control_id, account_id, region, resource_id, change, from_verdict, to_verdict
			FROM changes WHERE change IS NOT NULL
			UNION ALL
			SELECT control_id, account_id, region, resource_id,
			  CASE WHEN to_waiver IS NOT NULL THEN 'WAIVED' ELSE 'WAIVER_ENDED' END, from_verdict, to_verdict
			FROM comparable
			WHERE to_verdict = 'NON_COMPLIANT' AND (to_waiver IS NULL) <> (from_waiver IS NULL)
			""";

	private static final String OTHER_CHANGES = """
			SELECT NULL, t.account_id, NULL, NULL, 'ACCOUNT_ADDED', NULL, NULL
			FROM account t WHERE t.account_id NOT IN (SELECT account_id FROM earlier_account)
			UNION ALL
			SELECT NULL, p.account_id, NULL, NULL, 'ACCOUNT_GONE', NULL, NULL
			FROM earlier_account p WHERE p.account_id NOT IN (SELECT account_id FROM account)
			UNION ALL
			SELECT control_id, NULL, NULL, NULL,
			  CASE WHEN added AND control_id NOT IN (SELECT control_id FROM succession WHERE tonight) THEN 'CONTROL_ADDED'
			    ELSE 'CONTROL_CHANGED' END, NULL, NULL
			FROM control_now WHERE added OR judges_differently OR counts_differently
			""";

	/**
	 * So many findings are joined at once: what that needs does not grow with the
	 * organization.
	 */
	private static final long MOST_AT_ONCE = 50_000;

	private final Database database;

	private final Units units;

	private final LocalDate tonight;

	private final Optional<LocalDate> previous;

	/**
	 * Creates a comparison.
	 * @param previous the night to compare with; empty where there is none
	 */
	public Comparison(Database database, LocalDate tonight, Optional<LocalDate> previous) {
		this.database = database;
		this.units = new Units(database);
		this.tonight = tonight;
		this.previous = previous;
	}

	/**
	 * Compares, one control after another and no more than a slice of the accounts at
	 * once.
	 * @param controls tonight's
	 * @param sources the names of the sources whose cells are each about an account or a
	 * thing, not about the organization
	 */
	public void run(List<Control> controls, Set<String> sources, Acceptance acceptance, Excuses excuses) {
		prepare(controls, sources);
		for (String control : controlsOfBothNights()) {
			long slices = 1 + findings(control) / MOST_AT_ONCE;
			for (long slice = 0; slice < slices; slice++) {
				narrow(control, slice, slices);
				compare(acceptance, excuses);
			}
		}
		if (this.previous.isPresent()) {
			this.database.execute("INSERT INTO changed " + OTHER_CHANGES);
		}
	}

	private void compare(Acceptance acceptance, Excuses excuses) {
		writeAgain();
		acceptance.match();
		excuses.find();
		this.database.execute("CREATE OR REPLACE TABLE judged AS " + JUDGED.formatted(this.tonight,
				StableId.sql("b.control_id", "b.account_id", "b.region", "b.resource_id")));
		this.database
			.execute("INSERT INTO compared SELECT * EXCLUDE (from_verdict, known_before, from_waiver) FROM judged");
		this.units.add();
		if (this.previous.isPresent()) {
			this.database.execute("INSERT INTO changed " + FINDING_CHANGES);
		}
	}

	/** Columns that an older version did not write are made up for. */
	private void prepare(List<Control> controls, Set<String> sources) {
		this.database.execute("""
				CREATE OR REPLACE TABLE previous_findings AS
				SELECT control_id, account_id, region, resource_id, verdict, csf20_primary, csf11_primary, waiver_id,
				  coalesce(first_seen_on, DATE '%s') AS first_seen_on,
				  coalesce(last_known_verdict, CASE WHEN verdict <> 'INSUFFICIENT_DATA' THEN verdict END)
				    AS last_known_verdict,
				  coalesce(finding_id, %s) AS finding_id, coalesce(expected_gap, false) AS expected_gap
				FROM %s ORDER BY control_id""".formatted(this.previous.orElse(this.tonight),
				StableId.sql("control_id", "account_id", "region", "resource_id"), FINDING));
		this.database.execute("CREATE OR REPLACE VIEW control_now AS " + CONTROLS);
		// A fault that was there before, and was fixed or gone in between, reappears.
		this.database.execute("""
				CREATE OR REPLACE TABLE healed AS
				SELECT DISTINCT control_id, account_id, region, resource_id FROM recent_change
				WHERE change = 'FIXED' OR (change = 'RESOURCE_GONE' AND from_verdict = 'NON_COMPLIANT')""");
		new Succession(this.database).apply();
		this.database.table(new Schema("compared", Schema.of(Finding.class).columns()));
		this.database.table(new Schema("changed", Schema.of(Change.class).columns()));
		rememberSources(controls, sources);
		this.database.execute("CREATE OR REPLACE TABLE thing_sight AS " + THING_SIGHT);
	}

	private void rememberSources(List<Control> controls, Set<String> sources) {
		this.database.execute("CREATE OR REPLACE TABLE control_source (control_id VARCHAR, source VARCHAR)");
		for (Control control : controls) {
			control.sources()
				.stream()
				.filter(sources::contains)
				.forEach((source) -> this.database.execute("INSERT INTO control_source VALUES (%s, %s)"
					.formatted(Database.literal(control.id()), Database.literal(source))));
		}
	}

	private List<String> controlsOfBothNights() {
		List<String> controls = new ArrayList<>();
		this.database.query("""
				SELECT control_id FROM control
				UNION SELECT DISTINCT control_id FROM previous_findings ORDER BY control_id""",
				(row) -> controls.add(row.requiredText(1)));
		return controls;
	}

	/** How many there are of a control, in both nights together. */
	private long findings(String control) {
		return this.database.number("""
				SELECT (SELECT count(*) FROM evaluated WHERE control_id = %1$s)
				  + (SELECT count(*) FROM previous_findings WHERE control_id = %1$s)"""
			.formatted(Database.literal(control)));
	}

	/** Has the statements see one control only, and of that a slice of the accounts. */
	private void narrow(String control, long slice, long slices) {
		Map<String, String> views = Map.of("evaluated_now", Evaluation.FINDINGS, "previous_finding",
				"previous_findings");
		views.forEach((view, table) -> this.database.execute("""
				CREATE OR REPLACE VIEW %s AS SELECT * FROM %s
				WHERE control_id = %s AND hash(account_id) %% %d = %d""".formatted(view, table,
				Database.literal(control), slices, slice)));
	}

	/**
	 * Finds which of the previous night's findings are missing tonight, and writes those
	 * again as INSUFFICIENT_DATA whose resource nobody could look for.
	 */
	private void writeAgain() {
		this.database.execute("CREATE OR REPLACE TABLE gone AS " + GONE);
		this.database.execute("CREATE OR REPLACE TABLE missing AS " + MISSING);
		this.database.execute("""
				INSERT INTO evaluated
				SELECT control_id, account_id, region, resource_id, 'INSUFFICIENT_DATA', severity_now, unread_reason,
				  csf20_primary, csf11_primary
				FROM missing WHERE unread_reason IS NOT NULL""");
	}

	/** The statement that gives tonight's findings, as {@link Finding} has them. */
	public String findings() {
		return "SELECT * FROM compared";
	}

	/** The statement that gives what scores count, as {@link Unit} has it. */
	public String units() {
		return this.units.all();
	}

	/** The statement that gives tonight's changes, as {@link Change} has them. */
	public String changes() {
		return "SELECT * FROM changed";
	}

}
