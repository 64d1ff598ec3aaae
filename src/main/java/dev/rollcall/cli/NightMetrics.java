package dev.rollcall.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import dev.rollcall.control.Severity;
import dev.rollcall.job.NightFigures;
import dev.rollcall.job.NightOutcome;

/** A published night in numbers, which CloudWatch and collectors of metrics get alike. */
final class NightMetrics {

	/** In minutes, where the others count. */
	static final String MINUTES = "Minutes";

	private NightMetrics() {
	}

	/**
	 * The numbers, by name.
	 * @param took how long this launch ran
	 */
	static Map<String, Number> of(NightOutcome outcome, Duration took) {
		Map<String, Number> metrics = new LinkedHashMap<>();
		NightFigures figures = outcome.figures();
		metrics.put("Committed", 1);
		metrics.put(MINUTES, Math.round(took.toMillis() / 600.0) / 100.0);
		metrics.put("Accounts", outcome.accounts());
		metrics.put("AccountsNotEntered", figures.accountsNotEntered());
		metrics.put("Cells", outcome.cells());
		for (CellStatus status : CellStatus.values()) {
			metrics.put("Cells" + camelCase(status.name()), figures.cells().getOrDefault(status.name(), 0L));
		}
		metrics.put("Gaps", outcome.gaps());
		metrics.put("UnexpectedGaps", outcome.gaps() - outcome.expectedGaps());
		metrics.put("Findings", outcome.findings());
		for (Severity severity : Severity.values()) {
			metrics.put("NonCompliant" + camelCase(severity.name()),
					figures.nonCompliant().getOrDefault(severity.name(), 0L));
		}
		metrics.put("Calls", figures.calls());
		metrics.put("Retries", figures.retries());
		metrics.put("Throttles", figures.throttles());
		return metrics;
	}

	private static String camelCase(String name) {
		StringBuilder words = new StringBuilder();
		for (String word : name.split("_")) {
			words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
		}
		return words.toString();
	}

}
