package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.trail_logging}. */
class CloudTrailTrailLoggingTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailTrailLoggingTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesTrailThatIsLoggingCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "config-rules", REGION)
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", true));
		assertThat(this.night.judge("cloudtrail.trail_logging"))
			.containsExactly(new Judgement(ACCOUNT, REGION, TRAIL, "COMPLIANT", "The trail is logging."));
	}

	@Test
	void doesNotKnowTrailThatDoesNotSay() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "config-rules", REGION)
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "multi_region", true));
		assertThat(this.night.judge("cloudtrail.trail_logging")).containsExactly(new Judgement(ACCOUNT, REGION, TRAIL,
				"INSUFFICIENT_DATA", "CloudTrail does not say whether the trail is logging."));
	}

	@Test
	void judgesStoppedTrailNonCompliant() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.read(ACCOUNT, "config-rules", REGION)
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", false));
		assertThat(this.night.judge("cloudtrail.trail_logging"))
			.containsExactly(new Judgement(ACCOUNT, REGION, TRAIL, "NON_COMPLIANT", "The trail is stopped."));
	}

	@Test
	void leavesForeignTrailToItsOwner() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", "arn:aws:cloudtrail:eu-west-1:999999999999:trail/foreign", "logging", false));
		assertThat(this.night.judge("cloudtrail.trail_logging"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void saysBesideTheTrailsThatMoreCouldBeInRegionThatIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "logging", false));
		assertThat(this.night.judge("cloudtrail.trail_logging")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "NON_COMPLIANT", "The trail is stopped."),
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
						"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
								+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountWithoutTrailOfItsOwn() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.cell(ACCOUNT, "cloudtrail", "ap-east-1", CellStatus.REGION_DISABLED);
		assertThat(this.night.judge("cloudtrail.trail_logging"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.trail_logging")).containsExactly(Judgement.of(ACCOUNT,
				"INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
						+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("cloudtrail.trail_logging"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("cloudtrail.trail_logging"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
