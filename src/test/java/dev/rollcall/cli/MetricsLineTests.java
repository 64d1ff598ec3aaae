package dev.rollcall.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsLineTests {

	private static final Instant END = Instant.parse("2026-11-20T01:00:00Z");

	private final String line = MetricsLine.of(Outcomes.withGaps(),
			NightMetrics.of(Outcomes.withGaps(), Duration.ofSeconds(90)), END);

	private final JsonNode root = JsonMapper.shared().readTree(this.line);

	@Test
	void isOneObjectInOneLine() {
		assertThat(this.line).doesNotContain("\n").startsWith("{").endsWith("}");
		assertThat(this.root.path("_aws").path("Timestamp").asLong()).isEqualTo(END.toEpochMilli());
	}

	@Test
	void everyMetricThatItDeclaresIsANumberOfTheRootWithoutDimensions() {
		JsonNode directives = this.root.path("_aws").path("CloudWatchMetrics");
		assertThat(directives.size()).isOne();
		assertThat(directives.get(0).path("Namespace").asString()).isEqualTo("Rollcall");
		assertThat(directives.get(0).path("Dimensions").toString()).isEqualTo("[[]]");
		List<JsonNode> metrics = directives.get(0).path("Metrics").values().stream().toList();
		assertThat(metrics).hasSizeBetween(20, 100)
			.allSatisfy((metric) -> assertThat(this.root.path(metric.path("Name").asString()).isNumber()).isTrue())
			.allSatisfy((metric) -> assertThat(metric.path("Unit").asString()).isIn("Count", "None"));
	}

	@Test
	void countsWhatAlarmsAreMadeOf() {
		assertThat(numbers("Committed", "Minutes", "Accounts", "AccountsNotEntered", "Cells", "CellsRead",
				"CellsDenied", "CellsTimedOut", "CellsThrottled", "Gaps", "UnexpectedGaps", "Findings",
				"NonCompliantCritical", "NonCompliantHigh", "NonCompliantLow", "Calls", "Retries", "Throttles"))
			.containsExactly("1", "1.5", "3", "3", "40", "31", "8", "1", "0", "9", "7", "90", "3", "0", "4", "60", "2",
					"1");
	}

	@Test
	void namesTheNight() {
		assertThat(this.root.path("run_id").asString()).isEqualTo(Outcomes.NIGHT.runId());
		assertThat(this.root.path("date").asString()).isEqualTo("2026-11-20");
		assertThat(this.root.path("attempt").asInt()).isEqualTo(2);
	}

	private List<String> numbers(String... names) {
		return List.of(names).stream().map((name) -> this.root.path(name).asString()).toList();
	}

}
