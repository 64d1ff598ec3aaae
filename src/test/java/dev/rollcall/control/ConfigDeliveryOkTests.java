package dev.rollcall.control;

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
	void judgesSuccessCompliant() {
		this.night.read(ACCOUNT, "config-delivery", REGION)
			.row("config_delivery", ACCOUNT, REGION, Map.of("name", "default", "last_status", "SUCCESS"));
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "COMPLIANT", "The latest delivery succeeded."));
	}

	@Test
	void judgesFailureNonCompliantAndSaysWhy() {
		this.night.read(ACCOUNT, "config-delivery", REGION)
			.row("config_delivery", ACCOUNT, REGION,
					Map.of("name", "default", "last_status", "FAILURE", "last_error_code", "NoSuchBucket"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "The latest delivery failed: NoSuchBucket."));
	}

	@Test
	void judgesFailureWithoutCodeNonCompliant() {
		this.night.read(ACCOUNT, "config-delivery", REGION)
			.row("config_delivery", ACCOUNT, REGION, Map.of("name", "default", "last_status", "FAILURE"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "The latest delivery failed: no error code."));
	}

	@Test
	void judgesRegionWithoutChannelNonCompliant() {
		this.night.cell(ACCOUNT, "config-delivery", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("config.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "There is no delivery channel."));
	}

	@Test
	void doesNotKnowBeforeTheFirstDelivery() {
		this.night.read(ACCOUNT, "config-delivery", REGION, "us-east-1")
			.row("config_delivery", ACCOUNT, REGION, Map.of("name", "default", "last_status", "NOT_APPLICABLE"))
			.row("config_delivery", ACCOUNT, "us-east-1", Map.of("name", "default"));
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "AWS Config names no delivery yet."),
				Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA", "AWS Config names no delivery yet."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-delivery", REGION, "config:DescribeDeliveryChannels");
		assertThat(this.night.judge("config.delivery_ok")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "config:DescribeDeliveryChannels was denied"
						+ " (AccessDenied); the permission config:DescribeDeliveryChannels is missing."));
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
