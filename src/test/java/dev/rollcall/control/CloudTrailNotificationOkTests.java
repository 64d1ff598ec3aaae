package dev.rollcall.control;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.notification_ok}. */
class CloudTrailNotificationOkTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	private static final String LATELY = "2026-11-22T01:00:00Z";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailNotificationOkTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesTrailsThatNotifyATopic() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "config-rules", REGION)
			.row("trail", ACCOUNT, REGION, watched("1", Map.of("logging", true, "latest_notification_at", LATELY)))
			.row("trail", ACCOUNT, REGION,
					watched("2",
							Map.of("logging", true, "latest_notification_at", LATELY, "latest_notification_error",
									"Access denied")))
			.row("trail", ACCOUNT, REGION,
					watched("3", Map.of("logging", true, "latest_notification_at", "2026-11-22T00:59:59Z")))
			.row("trail", ACCOUNT, REGION, watched("4", Map.of("logging", false, "latest_notification_at", LATELY)))
			.row("trail", ACCOUNT, REGION, watched("5", Map.of("logging", true)))
			.row("trail", ACCOUNT, REGION, watched("6", Map.of("latest_notification_at", LATELY)));
		assertThat(this.night.judge("cloudtrail.notification_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL + "1", "COMPLIANT", "The trail notified a-topic on 2026-11-22."),
				new Judgement(ACCOUNT, REGION, TRAIL + "2", "NON_COMPLIANT",
						"The latest notification of a-topic failed: Access denied."),
				new Judgement(ACCOUNT, REGION, TRAIL + "3", "INSUFFICIENT_DATA",
						"The latest notification of a-topic was on 2026-11-22, more than 24 hours before the trail was"
								+ " asked."),
				new Judgement(ACCOUNT, REGION, TRAIL + "4", "NOT_APPLICABLE",
						"The trail is stopped and delivers nothing."),
				new Judgement(ACCOUNT, REGION, TRAIL + "5", "INSUFFICIENT_DATA",
						"CloudTrail names no notification of a-topic yet."),
				new Judgement(ACCOUNT, REGION, TRAIL + "6", "INSUFFICIENT_DATA",
						"CloudTrail does not say whether the trail is logging."));
	}

	private static Map<String, Object> watched(String name, Map<String, Object> values) {
		Map<String, Object> trail = new HashMap<>(values);
		trail.putAll(Map.of("arn", TRAIL + name, "topic_arn", "a-topic"));
		return trail;
	}

	@Test
	void doesNotApplyToTrailWithoutATopic() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "config-rules", REGION)
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true));
		assertThat(this.night.judge("cloudtrail.notification_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "NOT_APPLICABLE", "The trail names no topic of Amazon SNS."));
	}

	@Test
	void leavesForeignTrailToItsOwner() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", "arn:aws:cloudtrail:eu-west-1:999999999999:trail/foreign", "logging", true));
		assertThat(this.night.judge("cloudtrail.notification_ok"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void saysBesideTheTrailsThatMoreCouldBeInRegionThatIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true));
		assertThat(this.night.judge("cloudtrail.notification_ok")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "NOT_APPLICABLE", "The trail names no topic of Amazon SNS."),
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
						"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
								+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountWithoutTrailOfItsOwn() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.cell(ACCOUNT, "cloudtrail", "ap-east-1", CellStatus.REGION_DISABLED);
		assertThat(this.night.judge("cloudtrail.notification_ok"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.notification_ok")).containsExactly(Judgement.of(ACCOUNT,
				"INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
						+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("cloudtrail.notification_ok"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("cloudtrail.notification_ok"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
