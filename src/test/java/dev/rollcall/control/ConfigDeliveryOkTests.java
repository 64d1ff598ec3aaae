package dev.rollcall.control;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.delivery_ok}. */
class ConfigDeliveryOkTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigDeliveryOkTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesSuccessCompliantWithItsDate() {
		recorder(REGION, "SUCCESS", "2026-11-22T12:00:00Z");
		recorder("us-east-1", "SUCCESS", "2026-11-22T12:00:00Z");
		channel(REGION, Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-22T14:00:00Z"));
		channel("us-east-1", Map.of("last_status", "SUCCESS"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "The latest delivery succeeded on 2026-11-22."),
				Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA", "AWS Config names no delivery yet."));
	}

	@Test
	void judgesFailureNonCompliantAndSaysWhy() {
		channel(REGION, Map.of("last_status", "FAILURE", "last_error_code", "NoSuchBucket", "last_failed_at",
				"2026-11-20T00:00:00Z"));
		channel("us-east-1", Map.of("last_status", "FAILURE"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT",
						"The latest delivery failed on 2026-11-20: NoSuchBucket."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", "The latest delivery failed: no error code."));
	}

	@Test
	void judgesRegionWithoutChannelNonCompliant() {
		this.night.cell(ACCOUNT, "config-delivery", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "There is no delivery channel."));
	}

	@Test
	void judgesAQuietRegionCompliant() {
		recorder(REGION, "SUCCESS", "2024-01-10T12:00:00Z");
		channel(REGION, Map.of("last_status", "SUCCESS", "last_success_at", "2024-01-10T12:00:00Z"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT", "The latest delivery succeeded on 2024-01-10."));
	}

	@Test
	void doesNotKnowWhetherWhatWasRecordedSinceIsDelivered() {
		recorder(REGION, "SUCCESS", "2026-11-22T12:59:59Z");
		recorder("us-east-1", "SUCCESS", "2026-11-22T13:00:00Z");
		channel(REGION, Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-21T13:00:00Z"));
		channel("us-east-1", Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-20T13:00:00Z"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
						"What was recorded on 2026-11-22 is not known to be delivered: the latest delivery was on"
								+ " 2026-11-21."),
				Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT", "The latest delivery succeeded on 2026-11-20."));
	}

	@Test
	void doesNotKnowWhatABusyRecorderDeliversWhereNothingArrivedForDays() {
		recorder(REGION, "SUCCESS", "2026-11-23T00:59:00Z");
		channel(REGION, Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-21T00:58:59Z"));
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
					"What was recorded on 2026-11-23 is not known to be delivered: the latest delivery was on"
							+ " 2026-11-21."));
	}

	@Test
	void doesNotKnowWhatARecorderDeliversThatDoesNotSayWhenItLastRecorded() {
		for (String region : new String[] { REGION, "us-east-1" }) {
			this.night.read(ACCOUNT, "config-recorder", region)
				.row("config_recorder", ACCOUNT, region,
						Map.of("name", "default", "recording", true, "last_status", "SUCCESS"));
		}
		channel(REGION, Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-21T00:59:59Z"));
		channel("us-east-1", Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-21T01:00:00Z"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
						"The latest delivery was on 2026-11-21, and AWS Config does not say when the configuration"
								+ " recorder last recorded."),
				Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT", "The latest delivery succeeded on 2026-11-21."));
	}

	@Test
	void doesNotKnowWhatARecorderFeedsOfWhichAWordIsNew() {
		recorder(REGION, "RESTING", "2026-11-22T12:00:00Z");
		channel(REGION, Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-22T14:00:00Z"));
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
					"The delivery channel is not known to be fed: AWS Config does not say how the configuration"
							+ " recorder fares."));
	}

	@Test
	void judgesWhatNothingFeedsNonCompliant() {
		this.night.cell(ACCOUNT, "config-recorder", REGION, CellStatus.NOT_ENABLED)
			.read(ACCOUNT, "config-recorder", "us-east-1")
			.row("config_recorder", ACCOUNT, "us-east-1",
					Map.of("name", "default", "recording", false, "last_status", "SUCCESS"));
		channel(REGION, Map.of("last_status", "SUCCESS"));
		channel("us-east-1", Map.of("last_status", "NOT_APPLICABLE"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT",
						"Nothing is delivered, since there is no configuration recorder."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT",
						"Nothing is delivered, since the configuration recorder is stopped."));
	}

	@Test
	void doesNotKnowWhatABrokenRecorderFeeds() {
		recorder(REGION, "FAILURE", "2026-11-22T12:00:00Z");
		recorder("sa-east-1", "PENDING", "2026-11-22T00:59:59Z");
		recorder("us-east-1", "PENDING", "2026-11-22T01:00:00Z");
		for (String region : new String[] { REGION, "sa-east-1", "us-east-1" }) {
			channel(region, Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-22T14:00:00Z"));
		}
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
						"The delivery channel is not known to be fed: the configuration recorder last failed."),
				Judgement.of(ACCOUNT, "sa-east-1", "INSUFFICIENT_DATA",
						"The delivery channel is not known to be fed: the configuration recorder is pending."),
				Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT", "The latest delivery succeeded on 2026-11-22."));
	}

	@Test
	void doesNotKnowWhatARecorderFeedsThatDoesNotSaySinceWhenItIsPending() {
		this.night.read(ACCOUNT, "config-recorder", REGION)
			.row("config_recorder", ACCOUNT, REGION,
					Map.of("name", "default", "recording", true, "last_status", "PENDING"));
		channel(REGION, Map.of("last_status", "SUCCESS", "last_success_at", "2026-11-22T14:00:00Z"));
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
					"The delivery channel is not known to be fed: the configuration recorder is pending."));
	}

	@Test
	void doesNotKnowWhatFeedsTheChannelWhereNobodyCouldLook() {
		this.night.denied(ACCOUNT, "config-recorder", REGION, "config:DescribeConfigurationRecorders");
		channel(REGION, Map.of("last_status", "SUCCESS"));
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA",
					"Whether anything is recorded here could not be"
							+ " read: config:DescribeConfigurationRecorders was denied (AccessDenied); the permission"
							+ " config:DescribeConfigurationRecorders is missing."));
	}

	@Test
	void doesNotTakeDeliveryYetToComeForSuccess() {
		recorder(REGION, "SUCCESS", "2026-11-22T12:00:00Z");
		channel(REGION, Map.of("last_status", "NOT_APPLICABLE"));
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "AWS Config names no delivery yet."));
	}

	private void recorder(String region, String status, String changedAt) {
		this.night.read(ACCOUNT, "config-recorder", region)
			.row("config_recorder", ACCOUNT, region, Map.of("name", "default", "recording", true, "last_status", status,
					"last_status_changed_at", changedAt));
	}

	private void channel(String region, Map<String, ?> values) {
		Map<String, Object> channel = new HashMap<>(values);
		channel.put("name", "default");
		this.night.read(ACCOUNT, "config-delivery", region).row("config_delivery", ACCOUNT, region, channel);
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-delivery", REGION, "config:DescribeDeliveryChannels");
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA",
				"config:DescribeDeliveryChannels was denied (AccessDenied); the permission config:DescribeDeliveryChannels is"
						+ " missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-delivery", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-delivery", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
