package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code config.recorder_continuous}. */
class ConfigRecorderContinuousTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigRecorderContinuousTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesContinuousRecordingCompliant() {
		recorder(REGION, Map.of("name", "default", "recording_frequency", "CONTINUOUS"));
		assertThat(this.night.judge("config.recorder_continuous")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "The recorder is set to record changes as they happen."));
	}

	@Test
	void judgesOneStateADayNonCompliant() {
		recorder(REGION, Map.of("name", "default", "recording_frequency", "DAILY"));
		recorder("us-east-1", Map.of("name", "default", "recording_frequency", "CONTINUOUS", "daily_resource_types",
				List.of("AWS::EC2::Volume", "AWS::IAM::Role")));
		assertThat(this.night.judge("config.recorder_continuous")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "The recorder default keeps one state a day."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT",
						"The recorder default keeps one state a day of 2 resource types."));
	}

	@Test
	void doesNotKnowFrequencyThatIsNewOrUnsaid() {
		recorder(REGION, Map.of("name", "default", "recording_frequency", "WEEKLY"));
		recorder("us-east-1", Map.of("name", "default"));
		assertThat(this.night.judge("config.recorder_continuous")).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA", "AWS Config does not say how often the recorder default records."))
			.hasSize(2);
	}

	@Test
	void doesNotApplyWithoutARecorderOfTheAccount() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED);
		recorder("us-east-1", Map.of("name", "a-service", "recording_frequency", "DAILY", "service_principal", "a"));
		assertThat(this.night.judge("config.recorder_continuous")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "There is no configuration recorder."),
				Judgement.of(ACCOUNT, "us-east-1", "NOT_APPLICABLE", "There is no configuration recorder."));
	}

	private void recorder(String region, Map<String, ?> recorder) {
		this.night.read(ACCOUNT, "config-recorder", region).row("config_recorder", ACCOUNT, region, recorder);
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(this.night.judge("config.recorder_continuous")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA",
				"config:DescribeConfigurationRecorders was denied (AccessDenied); the permission config:DescribeConfigurationRecorders is"
						+ " missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.recorder_continuous"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.recorder_continuous"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
