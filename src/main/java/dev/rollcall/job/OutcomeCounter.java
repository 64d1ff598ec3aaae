package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.control.Severity;
import dev.rollcall.dataset.Database;
import dev.rollcall.job.NightFigures.GapKind;
import dev.rollcall.job.NightFigures.NotEntered;

/** Counts what a night came to. */
final class OutcomeCounter {

	private static final int MOST_NAMED = 5000;

	private final Database database;

	/**
	 * Creates a counter.
	 * @param database has a view of each dataset of the night
	 */
	OutcomeCounter(Database database) {
		this.database = database;
	}

	/**
	 * Counts.
	 * @param throttles how often AWS refused a call as too frequent
	 */
	NightOutcome count(NightRequest request, long throttles) {
		return new NightOutcome(request.night(), number("SELECT count(*) FROM account"),
				number("SELECT count(*) FROM coverage"), number("SELECT count(*) FROM coverage WHERE gap"),
				number("SELECT count(*) FROM coverage WHERE expected"), number("SELECT count(*) FROM finding"),
				number("SELECT count(*) FROM finding WHERE verdict = 'NON_COMPLIANT'"),
				request.configuration().failOn().map(this::failing).orElse(0L), request.isPartial(), timedOut(),
				request.output().locate(request.night().workbook()), remarks(), figures(throttles));
	}

	/** Findings at or above a severity that no waiver accepts. */
	private long failing(Severity least) {
		long failing = 0;
		for (Severity severity : Severity.values()) {
			if (severity.isAtLeast(least)) {
				failing += number("""
						SELECT count(*) FROM finding
						WHERE verdict = 'NON_COMPLIANT' AND waiver_id IS NULL AND severity = '%s'"""
					.formatted(severity));
			}
		}
		return failing;
	}

	private List<TimedOut> timedOut() {
		List<TimedOut> cells = new ArrayList<>();
		this.database.query("""
				SELECT account_id, region, coalesce(operation, '') FROM coverage WHERE status = 'TIMED_OUT'
				ORDER BY account_id, region, source LIMIT %d""".formatted(MOST_NAMED),
				(row) -> cells.add(new TimedOut(row.requiredText(1), row.requiredText(2), row.requiredText(3))));
		return cells;
	}

	private List<String> remarks() {
		List<String> remarks = new ArrayList<>();
		this.database.query("""
				SELECT waiver_id, control_id, unnest(remarks) FROM waiver ORDER BY waiver_id""", (row) -> remarks
			.add("The waiver " + row.requiredText(1) + " of " + row.requiredText(2) + ": " + row.requiredText(3)));
		return remarks;
	}

	private NightFigures figures(long throttles) {
		return new NightFigures(counts("SELECT status, count(*) FROM coverage GROUP BY status"), gaps(), notEntered(),
				counts("""
						SELECT severity, count(*) FROM finding WHERE verdict = 'NON_COMPLIANT' AND waiver_id IS NULL
						GROUP BY severity"""), number("SELECT coalesce(sum(calls), 0) FROM coverage"),
				number("SELECT coalesce(sum(retries), 0) FROM coverage"), throttles);
	}

	private List<GapKind> gaps() {
		List<GapKind> kinds = new ArrayList<>();
		this.database.query("""
				SELECT status, coalesce(denied_by, ''), count(*) FROM coverage WHERE gap GROUP BY ALL
				ORDER BY 3 DESC, 1, 2""",
				(row) -> kinds.add(new GapKind(row.requiredText(1), row.requiredText(2), row.number(3))));
		return kinds;
	}

	/** An account answers once whether it lets us in, and all its cells say the same. */
	private List<NotEntered> notEntered() {
		List<NotEntered> reasons = new ArrayList<>();
		this.database.query("""
				SELECT error_code, coalesce(denied_by, ''), count(*) FROM (
				  SELECT account_id, min(error_code) AS error_code, min(denied_by) AS denied_by FROM coverage
				  WHERE operation = %s AND resource_id IS NULL GROUP BY account_id)
				GROUP BY ALL ORDER BY 3 DESC, 1, 2""".formatted(Database.literal(EntryRefusedException.OPERATION)),
				(row) -> reasons.add(new NotEntered(row.requiredText(1), row.requiredText(2), row.number(3))));
		return reasons;
	}

	private Map<String, Long> counts(String sql) {
		Map<String, Long> counts = new TreeMap<>();
		this.database.query(sql, (row) -> counts.put(row.requiredText(1), row.number(2)));
		return counts;
	}

	private long number(String sql) {
		return this.database.number(sql);
	}

}
