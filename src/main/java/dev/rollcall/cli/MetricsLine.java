package dev.rollcall.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import dev.rollcall.control.Severity;
import dev.rollcall.job.NightFigures;
import dev.rollcall.job.NightOutcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published night as CloudWatch's embedded metric format has it: one JSON object, which
 * CloudWatch Logs makes metrics of, without dimensions, so that none costs more. What
 * names the night is a member beside them, which Logs Insights finds.
 */
final class MetricsLine {

	private static final String NAMESPACE = "Rollcall";

	private final Map<String, Number> metrics = new LinkedHashMap<>();

	private final NightOutcome outcome;

	private MetricsLine(NightOutcome outcome, Duration took) {
		this.outcome = outcome;
		NightFigures figures = outcome.figures();
		this.metrics.put("Committed", 1);
		this.metrics.put("Minutes", Math.round(took.toMillis() / 600.0) / 100.0);
		this.metrics.put("Accounts", outcome.accounts());
		this.metrics.put("AccountsNotEntered", figures.accountsNotEntered());
		this.metrics.put("Cells", outcome.cells());
		for (CellStatus status : CellStatus.values()) {
			this.metrics.put("Cells" + camelCase(status.name()), figures.cells().getOrDefault(status.name(), 0L));
		}
		this.metrics.put("Gaps", outcome.gaps());
		this.metrics.put("UnexpectedGaps", outcome.gaps() - outcome.expectedGaps());
		this.metrics.put("Findings", outcome.findings());
		for (Severity severity : Severity.values()) {
			this.metrics.put("NonCompliant" + camelCase(severity.name()),
					figures.nonCompliant().getOrDefault(severity.name(), 0L));
		}
		this.metrics.put("Calls", figures.calls());
		this.metrics.put("Retries", figures.retries());
		this.metrics.put("Throttles", figures.throttles());
	}

	/**
	 * The line.
	 * @param at when the night ended
	 * @param took how long this launch ran
	 */
	static String of(NightOutcome outcome, Instant at, Duration took) {
		return JsonMapper.shared().writeValueAsString(new MetricsLine(outcome, took).members(at));
	}

	private Map<String, Object> members(Instant at) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("_aws", Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics", List
			.of(Map.of("Namespace", NAMESPACE, "Dimensions", List.of(List.of()), "Metrics",
					this.metrics.keySet().stream().map((name) -> Map.of("Name", name, "Unit", unit(name))).toList()))));
		members.putAll(this.metrics);
		members.put("run_id", this.outcome.night().runId());
		members.put("date", this.outcome.night().snapshotDate().toString());
		members.put("attempt", this.outcome.night().attempt());
		members.put("partial", this.outcome.partial());
		return members;
	}

	/** CloudWatch has no minutes among its units. */
	private static String unit(String name) {
		return name.equals("Minutes") ? "None" : "Count";
	}

	private static String camelCase(String name) {
		StringBuilder words = new StringBuilder();
		for (String word : name.split("_")) {
			words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
		}
		return words.toString();
	}

}
