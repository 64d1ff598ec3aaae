package dev.rollcall.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.rollcall.input.BadInputException;
import dev.rollcall.simulator.service.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScenarioReaderTests {

	@Test
	void readsEveryKey() {
		Scenario scenario = ScenarioReader.read("s.yaml",
				"""
						organization: example
						seed: 7
						accounts: 300
						cast: 2
						regions: [eu-west-1, us-east-1]
						drift: 3
						today: 2026-11-20
						external-id: x-1
						longest-session: 15m
						clock-skew: -10m
						latency: {median: 80ms, sigma: 0.1, region-offset: 1ms, stragglers: 0.5, straggler-least: 1s,
						  straggler-most: 2s, black-holes: 0.25}
						quotas: {scale: 0.5, rates: {config: {per-second: 4, burst: 8}, "iam:GetAccountSummary": {per-second: 1}}}
						faults:
						  - {account: "012345678901", region: global, operation: "iam:GetAccountSummary", fault: hang, times: 2}
						  - {operation: "s3:PutObject", fault: reset}
						  - {fault: http-500}
						  - {error: NoSuchConfigRuleException, status: 404, message: gone}
						  - {error: ValidationException}
						  - {fault: huge, bytes: 7}
						  - {fault: deep, levels: 8}
						  - {fault: drip}
						""");
		assertThat(scenario.outline().seed()).isEqualTo(7);
		assertThat(scenario.outline().accounts()).isEqualTo(300);
		assertThat(scenario.outline().written()).isEqualTo(2);
		assertThat(scenario.outline().regions()).containsExactly("eu-west-1", "us-east-1");
		assertThat(scenario.outline().drift()).isEqualTo(3);
		assertThat(scenario.outline().organization()).isEqualTo("example");
		assertThat(scenario.today()).isEqualTo("2026-11-20");
		assertThat(scenario.externalId()).isEqualTo("x-1");
		assertThat(scenario.longestSession()).isEqualTo(Duration.ofMinutes(15));
		assertThat(scenario.latency()).contains(new Latency(Duration.ofMillis(80), 0.1, Duration.ofMillis(1), 0.5,
				Duration.ofSeconds(1), Duration.ofSeconds(2), 0.25));
		Quotas quotas = scenario.quotas().orElseThrow();
		Rate usual = new Rate(10, 10);
		assertThat(quotas.of("config:DescribeConfigRules", usual)).isEqualTo(new Rate(2, 4));
		assertThat(quotas.of("iam:GetAccountSummary", usual)).isEqualTo(new Rate(0.5, 1));
		assertThat(quotas.of("cloudtrail:DescribeTrails", usual)).isEqualTo(new Rate(5, 5));
		assertThat(scenario.faults()).containsExactly(
				new Fault("012345678901", "global", "iam:GetAccountSummary", Fault.Kind.HANG, 2),
				new Fault(null, null, "s3:PutObject", Fault.Kind.RESET, null),
				new Fault(null, null, null, Fault.Kind.HTTP_500, null),
				new Fault(null, null, null, new Fault.Refused(404, "NoSuchConfigRuleException", "gone"), null),
				new Fault(null, null, null,
						new Fault.Refused(400, "ValidationException", "The simulated organization refuses."), null),
				new Fault(null, null, null, new Fault.Huge(7), null),
				new Fault(null, null, null, new Fault.Deep(8), null),
				new Fault(null, null, null, Fault.Kind.DRIP, null));
		assertThat(scenario.clockSkew()).isEqualTo(Duration.ofMinutes(-10));
	}

	@Test
	void leavesOutWhatIsNotSaid() {
		Scenario scenario = ScenarioReader.read("s.yaml", "");
		assertThat(scenario.outline().accounts()).isEqualTo(24);
		assertThat(scenario.outline().written()).isEqualTo(24);
		assertThat(scenario.outline().regions()).containsExactly("us-east-1", "ap-northeast-1", "eu-south-1");
		assertThat(scenario.outline().drift()).isZero();
		assertThat(scenario.outline().organization()).isEqualTo("example");
		assertThat(scenario.today()).isNull();
		assertThat(scenario.latency()).isEmpty();
		assertThat(scenario.quotas()).isEmpty();
		assertThat(scenario.faults()).isEmpty();
		assertThat(ScenarioReader.read("s.yaml", "latency: {}\nquotas: {}")).satisfies((assumed) -> {
			assertThat(assumed.latency()).contains(Latency.DEFAULT);
			assertThat(assumed.quotas()).contains(Quotas.DEFAULT);
		});
	}

	@Test
	void takesANumberOfRegions() {
		assertThat(ScenarioReader.read("s.yaml", "regions: 17").outline().regions()).hasSize(17)
			.startsWith("us-east-1");
	}

	@Test
	void readsThePackagedExample() throws IOException {
		Scenario example = ScenarioReader.read("example.yaml",
				Files.readString(Path.of("src/main/resources/scenarios/example.yaml")));
		assertThat(example.outline().accounts()).isEqualTo(24);
		assertThat(example.outline().regions()).hasSize(3);
		assertThat(example.faults()).hasSize(13);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					sed: 1                                         | s.yaml:1: sed: is not a known key; did you mean 'seed'?
					organization: acme                             | s.yaml:1: organization: 'acme': one of example
					today: yesterday                               | s.yaml:1: today: 'yesterday': a date such as 2026-11-20 was expected
					seed: one                                      | s.yaml:1: seed: 'one': a whole number from 0 to
					accounts: 1                                    | s.yaml:1: accounts: '1': a whole number from 2 to 100000 was expected
					accounts: 2.5                                  | s.yaml:1: accounts: '2.5': a whole number
					drift: 366                                     | s.yaml:1: drift: '366': a whole number from 0 to 365 was expected
					regions: []                                    | s.yaml:1: regions: different Regions
					regions: [a-b-1, a-b-1]                        | s.yaml:1: regions: different Regions
					regions: 99                                    | s.yaml:1: regions: '99': a number from 1 to 29
					regions: [Tokyo]                               | s.yaml:1: regions: 'Tokyo': a Region such as
					latency: {mean: 3ms}                           | s.yaml:1: latency.mean: is not a known key; did you mean
					latency: {median: fast}                        | s.yaml:1: latency.median: 'fast': a duration
					latency: {straggler-least: 9s}                 | s.yaml:1: latency.straggler-most: at least straggler-least
					quotas: {scale: 0}                             | s.yaml:1: quotas.scale: a number above 0
					quotas: {rates: {Config: {per-second: 1}}}     | s.yaml:1: quotas.rates.Config: service or service:Operation
					quotas: {rates: {config: {burst: 1}}}          | s.yaml:1: quotas.rates.config.per-second: a number above 0
					faults: [{fault: explode}]                     | s.yaml:1: faults[0].fault: 'explode': known are access-denied
					faults: [{account: '1', fault: hang}]          | s.yaml:1: faults[0].account: '1': 12 digits in quotes
					faults: [{region: Tokyo, fault: hang}]         | s.yaml:1: faults[0].region: 'Tokyo': a Region or global
					faults: [{operation: 'a b', fault: hang}]      | s.yaml:1: faults[0].operation: 'a b': service:Operation
					faults: [{times: 0, fault: hang}]              | s.yaml:1: faults[0].times: '0': a whole number from 1
					clock-skew: --5m                               | s.yaml:1: clock-skew: '-5m': a duration
					faults: [{fault: hang, error: X}]              | s.yaml:1: faults[0].fault: stands beside 'error'
					faults: [{fault: hang, status: 400}]           | s.yaml:1: faults[0].status: belongs to 'error'
					faults: [{error: X, status: 200}]              | s.yaml:1: faults[0].status: '200': a whole number from 400
					faults: [{fault: hang, bytes: 3}]              | s.yaml:1: faults[0].bytes: belongs to the fault 'huge'
					faults: [{fault: huge, levels: 3}]             | s.yaml:1: faults[0].levels: belongs to the fault 'deep'
					faults: [{times: 3}]                           | s.yaml:1: faults[0].fault: is missing
					""")
	void refusesWhatItDoesNotExpectInOneLine(String text, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> ScenarioReader.read("s.yaml", text))
			.withMessageStartingWith(message);
	}

}
