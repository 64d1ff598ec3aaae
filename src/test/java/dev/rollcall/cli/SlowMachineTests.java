package dev.rollcall.cli;

import java.util.List;

import dev.rollcall.job.TimedOut;
import dev.rollcall.simulator.ScenarioReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlowMachineTests {

	private static final String ACCOUNT = "381632054568";

	private static final String HANGING = """
			faults:
			  - {account: "%s", region: ap-northeast-1, operation: "cloudtrail:DescribeTrails", fault: hang}
			  - {operation: "config:DescribeConfigRules", fault: throttle}
			""".formatted(ACCOUNT);

	@Test
	void saysNothingOfWhatTheScenarioLeavesUnanswered() {
		assertThat(sentence(HANGING, new TimedOut(ACCOUNT, "ap-northeast-1", "cloudtrail:DescribeTrails"),
				new TimedOut(ACCOUNT, "global", "cloudtrail:DescribeTrails")))
			.isEmpty();
		assertThat(sentence("latency: {}", new TimedOut(ACCOUNT, "us-east-1", "iam:GetAccountSummary"))).isEmpty();
		assertThat(sentence("", new TimedOut[0])).isEmpty();
	}

	@Test
	void countsWhatTheScenarioAnswers() {
		assertThat(sentence(HANGING, new TimedOut(ACCOUNT, "ap-northeast-1", "cloudtrail:DescribeTrails"),
				new TimedOut("999666043317", "ap-northeast-1", "cloudtrail:DescribeTrails"),
				new TimedOut(ACCOUNT, "us-east-1", "cloudtrail:DescribeTrails"),
				new TimedOut(ACCOUNT, "us-east-1", "config:DescribeConfigRules"), new TimedOut(ACCOUNT, "global", "")))
			.startsWith(
					"rollcall: this machine was too slow: 4 cells that the simulated organization answers timed out");
	}

	private static String sentence(String scenario, TimedOut... cells) {
		return new SlowMachine(ScenarioReader.read("s.yaml", scenario)).sentence(List.of(cells)).orElse("");
	}

}
