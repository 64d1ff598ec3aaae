package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.delivery_ok}. */
class CloudTrailDeliveryOkTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailDeliveryOkTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesDeliveryWithoutErrorCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "latest_delivery_at", "2026-11-23T00:55:00Z"));
		assertThat(this.night.judge("cloudtrail.delivery_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "COMPLIANT", "The latest delivery succeeded on 2026-11-23."));
	}

	@Test
	void doesNotKnowWhetherOldDeliveriesGoOn() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", true, "latest_delivery_at", "2026-11-22T00:59:59.999Z"))
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL + "-day", "logging", true, "latest_delivery_at", "2026-11-22T01:00:00Z"));
		assertThat(this.night.judge("cloudtrail.delivery_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "INSUFFICIENT_DATA",
						"The latest delivery was on 2026-11-22, more than 24 hours before the trail was asked."),
				new Judgement(ACCOUNT, REGION, TRAIL + "-day", "COMPLIANT",
						"The latest delivery succeeded on 2026-11-22."));
	}

	@Test
	void judgesDeliveryWithErrorNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "latest_delivery_error",
					"AccessDenied", "latest_delivery_at", "2026-11-23T00:55:00Z"));
		assertThat(this.night.judge("cloudtrail.delivery_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "NON_COMPLIANT", "The latest delivery failed: AccessDenied."));
	}

	@Test
	void doesNotApplyToStoppedTrail() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", TRAIL, "logging", false, "latest_delivery_error", "AccessDenied"));
		assertThat(this.night.judge("cloudtrail.delivery_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "NOT_APPLICABLE", "The trail is stopped and delivers nothing."));
	}

	@Test
	void doesNotKnowBeforeTheFirstDelivery() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true));
		assertThat(this.night.judge("cloudtrail.delivery_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "INSUFFICIENT_DATA", "CloudTrail names no delivery yet."));
	}

	@Test
	void doesNotKnowTrailThatMayBeStopped() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "latest_delivery_at", "2026-11-23T00:55:00Z"));
		assertThat(this.night.judge("cloudtrail.delivery_ok")).containsExactly(new Judgement(ACCOUNT, REGION, TRAIL,
				"INSUFFICIENT_DATA", "CloudTrail does not say whether the trail is logging."));
	}

	@Test
	void saysBesideTheTrailsThatMoreCouldBeInRegionThatIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true, "latest_delivery_error", "NoSuchKey"));
		assertThat(this.night.judge("cloudtrail.delivery_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "NON_COMPLIANT", "The latest delivery failed: NoSuchKey."),
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
						+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountWithoutTrailOfItsOwn() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.cell(ACCOUNT, "cloudtrail", "ap-east-1", CellStatus.REGION_DISABLED)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
					+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("cloudtrail.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("cloudtrail.delivery_ok"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
