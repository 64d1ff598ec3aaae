package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.delivery_configured}. */
class ConfigDeliveryConfiguredTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigDeliveryConfiguredTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesChannelWithBucketCompliant() {
		this.night.read(ACCOUNT, "config-delivery", REGION)
			.read(ACCOUNT, "config-recorder", REGION)
			.cell(ACCOUNT, "config-delivery", "us-east-1", CellStatus.NOT_ENABLED)
			.row("config_delivery", ACCOUNT, REGION, Map.of("name", "default", "bucket", "history"));
		assertThat(this.night.judge("config.delivery_configured")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "COMPLIANT",
						"The delivery channel is set to deliver to the bucket history."),
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", "There is no delivery channel."));
	}

	@Test
	void judgesBucketThatIsGoneNonCompliant() {
		this.night.read(ACCOUNT, "config-delivery", REGION, "us-east-1")
			.row("config_delivery", ACCOUNT, REGION,
					Map.of("name", "default", "bucket", "history", "last_status", "FAILURE", "last_error_code",
							"NoSuchBucket"))
			.row("config_delivery", ACCOUNT, "us-east-1", Map.of("name", "default", "bucket", "history", "last_status",
					"FAILURE", "last_error_code", "AccessDenied"));
		assertThat(this.night.judge("config.delivery_configured")).containsExactly(
				Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT",
						"The bucket history to which the delivery channel is set to deliver does not exist."),
				Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT",
						"The delivery channel is set to deliver to the bucket history."));
	}

	@Test
	void doesNotHoldAnOldErrorAgainstABucket() {
		this.night.read(ACCOUNT, "config-delivery", REGION)
			.row("config_delivery", ACCOUNT, REGION, Map.of("name", "default", "bucket", "history", "last_status",
					"SUCCESS", "last_error_code", "NoSuchBucket"));
		assertThat(this.night.judge("config.delivery_configured")).extracting(Judgement::verdict)
			.containsExactly("COMPLIANT");
	}

	@Test
	void judgesRegionWithoutChannelNonCompliant() {
		this.night.cell(ACCOUNT, "config-delivery", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("config.delivery_configured"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NON_COMPLIANT", "There is no delivery channel."));
	}

	@Test
	void doesNotKnowChannelWithoutBucket() {
		this.night.read(ACCOUNT, "config-delivery", REGION)
			.row("config_delivery", ACCOUNT, REGION, Map.of("name", "default"));
		assertThat(this.night.judge("config.delivery_configured")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "AWS Config does not say where the delivery channel delivers to."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-delivery", REGION, "config:DescribeDeliveryChannels");
		assertThat(this.night.judge("config.delivery_configured")).containsExactly(Judgement.of(ACCOUNT, REGION,
				"INSUFFICIENT_DATA", "config:DescribeDeliveryChannels was denied (AccessDenied); the permission"
						+ " config:DescribeDeliveryChannels is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-delivery", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.delivery_configured"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-delivery", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.delivery_configured"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
