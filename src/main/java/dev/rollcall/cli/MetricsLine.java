package dev.rollcall.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.job.NightOutcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published night as CloudWatch's embedded metric format has it: one JSON object, which
 * CloudWatch Logs makes metrics of, without dimensions, so that none costs more. What
 * names the night is a member beside them, which Logs Insights finds.
 */
final class MetricsLine {

	private static final String NAMESPACE = "Rollcall";

	private MetricsLine() {
	}

	/**
	 * The line.
	 * @param at when the night ended
	 */
	static String of(NightOutcome outcome, Map<String, Number> metrics, Instant at) {
		return JsonMapper.shared().writeValueAsString(members(outcome, metrics, at));
	}

	private static Map<String, Object> members(NightOutcome outcome, Map<String, Number> metrics, Instant at) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("_aws",
				Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics", List.of(Map.of("Namespace", NAMESPACE,
						"Dimensions", List.of(List.of()), "Metrics",
						metrics.keySet().stream().map((name) -> Map.of("Name", name, "Unit", unit(name))).toList()))));
		members.putAll(metrics);
		members.put("run_id", outcome.night().runId());
		members.put("date", outcome.night().snapshotDate().toString());
		members.put("attempt", outcome.night().attempt());
		members.put("partial", outcome.partial());
		return members;
	}

	/** CloudWatch has no minutes among its units. */
	private static String unit(String name) {
		return name.equals(NightMetrics.MINUTES) ? "None" : "Count";
	}

}
