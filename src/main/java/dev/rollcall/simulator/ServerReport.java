package dev.rollcall.simulator;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import dev.rollcall.simulator.wire.HttpCall;
import dev.rollcall.simulator.wire.HttpReply;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server says of itself: {@code GET report} (calls by operation, the operations
 * that it serves, refusals, CPU, the fewest calls and the bound), {@code GET calls} (each
 * counter), {@code POST reset} (count anew). These requests are neither signed nor
 * counted.
 */
final class ServerReport {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Frontend frontend;

	private final Scenario scenario;

	ServerReport(Frontend frontend, Scenario scenario) {
		this.frontend = frontend;
		this.scenario = scenario;
	}

	/**
	 * Answers.
	 * @param prefix what the paths of these requests begin with
	 */
	HttpReply answer(HttpCall call, String prefix) {
		return switch (call.method() + " " + call.path().substring(prefix.length())) {
			case "GET report" -> json(report(call));
			case "GET calls" -> json(calls());
			case "POST reset" -> {
				this.frontend.reset();
				yield json(Map.of());
			}
			default -> HttpReply.text(404, "text/plain", "GET report, GET calls and POST reset are known\n");
		};
	}

	private Map<String, Object> report(HttpCall call) {
		Map<String, Object> report = new LinkedHashMap<>();
		Map<String, Long> byOperation = this.frontend.counts().byOperation();
		report.put("calls", byOperation.values().stream().mapToLong(Long::longValue).sum());
		report.put("throttled", this.frontend.throttled());
		report.put("by_operation", byOperation);
		report.put("operations", this.frontend.counts().operations());
		report.put("cpu_seconds", cpuSeconds());
		report.put("least", new Bound(this.frontend, this.scenario, attempt(call)).report());
		return report;
	}

	private static Duration attempt(HttpCall call) {
		try {
			return Duration.parse(call.query().getOrDefault("attempt", "PT10S"));
		}
		catch (DateTimeParseException ex) {
			return Duration.ofSeconds(10);
		}
	}

	private static double cpuSeconds() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
	}

	private List<Map<String, Object>> calls() {
		List<Map<String, Object>> rows = new ArrayList<>();
		this.frontend.counts().forEach((account, region, operation, calls) -> {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("account_id", this.frontend.world().member(account).id());
			row.put("region", region);
			row.put("operation", operation);
			row.put("calls", calls);
			rows.add(row);
		});
		return rows;
	}

	private static HttpReply json(Object value) {
		return new HttpReply(200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(value));
	}

}
