package dev.rollcall.job;

import dev.rollcall.control.Severity;
import dev.rollcall.dataset.Database;

/** Counts what a night came to. */
final class OutcomeCounter {

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
				request.configuration().failOn().map(this::failing).orElse(0L), request.isPartial(),
				request.output().locate(request.night().workbook()));
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

	private long number(String sql) {
		return this.database.number(sql);
	}

}
