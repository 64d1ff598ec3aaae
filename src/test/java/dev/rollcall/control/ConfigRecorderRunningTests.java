package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.recorder_running}. */
class ConfigRecorderRunningTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigRecorderRunningTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesRunningRecordersCompliant() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.read(ACCOUNT, "config-delivery", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "SUCCESS"))
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "linked", "recording", true, "last_status",
					"PENDING", "last_status_changed_at", "2026-11-22T01:00:00Z"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"COMPLIANT", "Every configuration recorder runs without error, as of 2026-11-22."));
	}

	@Test
	void doesNotKnowWhatHasBeenPendingForLong() {
		this.night.read(ACCOUNT, "config-recorder", REGION, "us-east-1")
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "PENDING", "last_status_changed_at",
							"2025-11-22T01:00:00Z"))
			.row("config_recorder", ACCOUNT, "us-east-1",
					Map.of("name", "default", "recording", true, "last_status", "PENDING"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
						"The configuration recorder default has been pending since 2025-11-22."),
				Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
						"The configuration recorder default is pending, AWS Config does not say since when."));
	}

	@Test
	void saysWhenARecorderFailed() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "FAILURE", "last_status_changed_at",
							"2026-11-01T00:00:00Z"))
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "linked", "recording", true, "last_status",
					"SUCCESS", "last_error_code", "AnOldOne", "last_status_changed_at", "2026-11-20T00:00:00Z"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "The configuration recorder default last failed on 2026-11-01: no error code."));
	}

	@Test
	void doesNotAskForTheRecorderOfAService() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "a-service", "recording", false, "service_principal", "a.amazonaws.com"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "There is no configuration recorder that could run."));
	}

	@Test
	void judgesStoppedRecorderNonCompliantThoughAnotherRuns() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "SUCCESS"))
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "linked", "recording", false, "last_status", "SUCCESS"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "The configuration recorder linked is stopped."));
	}

	@Test
	void judgesFailingRecorderNonCompliantAndSaysWhy() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "recording", true, "last_status",
					"FAILURE", "last_error_code", "AccessDenied"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "The configuration recorder default last failed: AccessDenied."));
	}

	@Test
	void judgesFailureWithoutCodeNonCompliant() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "FAILURE"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "The configuration recorder default last failed: no error code."));
	}

	@Test
	void judgesFailureNonCompliantAlthoughAnotherIsUnknown() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "FAILURE"))
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "linked"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"NON_COMPLIANT", "The configuration recorder default last failed: no error code."));
	}

	@Test
	void doesNotApplyWithoutRecorder() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED)
			.read(ACCOUNT, "config-recorder", "us-east-1")
			.row("config_recorder", ACCOUNT, "us-east-1",
					Map.of("name", "default", "recording", true, "last_status", "SUCCESS"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "There is no configuration recorder that could run."),
				Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT", "Every configuration recorder runs without error."));
	}

	@Test
	void doesNotKnowRecorderWithoutStatus() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "last_status", "SUCCESS"));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "AWS Config does not say whether the recorder runs without error."));
	}

	@Test
	void doesNotKnowRecorderWithoutLastStatus() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "recording", true));
		assertThat(this.night.judge("config.recorder_running")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "AWS Config does not say whether the recorder runs without error."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(this.night.judge("config.recorder_running")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "config:DescribeConfigurationRecorders was denied (AccessDenied); the permission"
						+ " config:DescribeConfigurationRecorders is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.recorder_running"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.recorder_running"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
