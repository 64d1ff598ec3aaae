package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.control.Severity;
import dev.rollcall.dataset.Database;

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

	NightOutcome count(NightRequest request) {
		return new NightOutcome(number("SELECT count(*) FROM account"), number("SELECT count(*) FROM coverage"),
				number("SELECT count(*) FROM coverage WHERE gap"),
				number("SELECT count(*) FROM coverage WHERE expected"), number("SELECT count(*) FROM finding"),
				number("SELECT count(*) FROM finding WHERE verdict = 'NON_COMPLIANT'"),
				request.configuration().failOn().map(this::failing).orElse(0L), request.isPartial(), timedOut(),
				request.output().locate(request.night().workbook()), remarks());
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

	private long number(String sql) {
		return this.database.number(sql);
	}

}
