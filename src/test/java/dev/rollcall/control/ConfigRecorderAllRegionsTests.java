package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.recorder_all_regions}. */
class ConfigRecorderAllRegionsTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigRecorderAllRegionsTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesEachRegionByItsOwnRecorder() {
		this.night.read(ACCOUNT, "config-recorder", REGION, "us-east-1")
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default", "recording", true))
			.row("config_recorder", ACCOUNT, "us-east-1", Map.of("name", "default", "recording", false));
		assertThat(this.night.judge("config.recorder_all_regions")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "A recorder is recording."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", "The configuration recorder is stopped."));
	}

	@Test
	void judgesRegionWithoutRecorderNonCompliant() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("config.recorder_all_regions"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "There is no configuration recorder."));
	}

	@Test
	void judgesFailingRecorderNonCompliantWithItsDate() {
		this.night.read(ACCOUNT, "config-recorder", REGION, "us-east-1")
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "FAILURE", "last_error_code",
							"AccessDenied", "last_status_changed_at", "2026-11-01T00:00:00Z"))
			.row("config_recorder", ACCOUNT, "us-east-1",
					Map.of("name", "default", "recording", true, "last_status", "FAILURE"));
		assertThat(this.night.judge("config.recorder_all_regions")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT",
						"The configuration recorder default last failed on 2026-11-01: AccessDenied."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT",
						"The configuration recorder default last failed: no error code."));
	}

	@Test
	void takesPendingForRecordingForADay() {
		this.night.read(ACCOUNT, "config-recorder", REGION, "sa-east-1", "us-east-1")
			.row("config_recorder", ACCOUNT, REGION, pending("2026-11-22T01:00:00Z"))
			.row("config_recorder", ACCOUNT, "sa-east-1",
					Map.of("name", "default", "recording", true, "last_status", "PENDING"))
			.row("config_recorder", ACCOUNT, "us-east-1", pending("2026-11-22T00:59:59Z"));
		assertThat(this.night.judge("config.recorder_all_regions")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "A recorder is recording."),
				Judgement.of(ACCOUNT, "sa-east-1", "INSUFFICIENT_DATA",
						"The configuration recorder default is pending, AWS Config does not say since when."),
				Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
						"The configuration recorder default has been pending since 2026-11-22."));
	}

	private static Map<String, ?> pending(String since) {
		return Map.of("name", "default", "recording", true, "last_status", "PENDING", "last_status_changed_at", since);
	}

	@Test
	void doesNotKnowStatusThatIsNew() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "PAUSED"));
		assertThat(this.night.judge("config.recorder_all_regions")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "AWS Config does not say whether the recorder is recording."));
	}

	@Test
	void takesTheRecorderOfAServiceForNoneOfTheAccount() {
		this.night.read(ACCOUNT, "config-recorder", REGION, "us-east-1")
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "a-service", "recording", true, "last_status", "SUCCESS", "service_principal",
							"observabilityadmin.amazonaws.com"))
			.row("config_recorder", ACCOUNT, "us-east-1", Map.of("name", "another", "recording", true, "last_status",
					"SUCCESS", "recording_scope", "INTERNAL"));
		assertThat(this.night.judge("config.recorder_all_regions")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "There is no configuration recorder."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", "There is no configuration recorder."));
	}

	@Test
	void takesTheBestOfSeveralRecorders() {
		this.night.read(ACCOUNT, "config-recorder", REGION, "sa-east-1", "us-east-1")
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "a", "recording", false))
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "b", "recording", true, "last_status", "SUCCESS"))
			.row("config_recorder", ACCOUNT, "sa-east-1", Map.of("name", "a", "recording", false))
			.row("config_recorder", ACCOUNT, "sa-east-1",
					Map.of("name", "b", "recording", true, "last_status", "FAILURE"))
			.row("config_recorder", ACCOUNT, "us-east-1", Map.of("name", "a"))
			.row("config_recorder", ACCOUNT, "us-east-1",
					Map.of("name", "b", "recording", true, "last_status", "FAILURE"));
		assertThat(this.night.judge("config.recorder_all_regions")).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT", "NON_COMPLIANT", "INSUFFICIENT_DATA");
	}

	@Test
	void doesNotTakeUnknownForStopped() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION, Map.of("name", "default"));
		assertThat(this.night.judge("config.recorder_all_regions")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "AWS Config does not say whether the recorder is recording."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		assertThat(this.night.judge("config.recorder_all_regions")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "config:DescribeConfigurationRecorders was denied"
						+ " (AccessDenied); the permission config:DescribeConfigurationRecorders is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.recorder_all_regions"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotApplyToRegionThatIsDisabledOrWithoutTheService() {
		this.night.cell(ACCOUNT, "config-recorder", "ap-east-1", CellStatus.REGION_DISABLED)
			.cell(ACCOUNT, "config-recorder", "mx-central-1", CellStatus.NOT_AVAILABLE);
		assertThat(this.night.judge("config.recorder_all_regions")).containsExactly(
				Judgement.of(ACCOUNT, "ap-east-1", "NOT_APPLICABLE", "The Region is not enabled in this account."),
				Judgement.of(ACCOUNT, "mx-central-1", "NOT_APPLICABLE", "The service does not exist in this Region."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.recorder_all_regions"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
