package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.log_validation}. */
class CloudTrailLogValidationTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	@RegisterExtension
	final TestNight night = new TestNight();

	CloudTrailLogValidationTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesEachTrailByItself() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL + "1", "log_file_validation", true))
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL + "2", "log_file_validation", false))
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL + "3"));
		assertThat(this.night.judge("cloudtrail.log_validation")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL + "1", "COMPLIANT", "Log file validation is on."),
				new Judgement(ACCOUNT, REGION, TRAIL + "2", "NON_COMPLIANT", "Log file validation is off."),
				new Judgement(ACCOUNT, REGION, TRAIL + "3", "INSUFFICIENT_DATA",
						"CloudTrail does not say whether log file validation is on."));
	}

	@Test
	void saysBesideTheTrailsThatMoreCouldBeInRegionThatIsAGap() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION, Map.of("arn", TRAIL, "log_file_validation", true));
		assertThat(this.night.judge("cloudtrail.log_validation")).containsExactly(
				new Judgement(ACCOUNT, REGION, TRAIL, "COMPLIANT", "Log file validation is on."),
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
						+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountWithoutTrailOfItsOwn() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.cell(ACCOUNT, "cloudtrail", "ap-east-1", CellStatus.REGION_DISABLED)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void leavesForeignTrailThatShowsToItsOwner() {
		this.night.read(ACCOUNT, "cloudtrail", REGION)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global")
			.row("trail", ACCOUNT, REGION,
					Map.of("arn", "arn:aws:cloudtrail:eu-west-1:999999999999:trail/all", "log_file_validation", false));
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account has no trail of its own."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
					+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(ACCOUNT, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.read(ACCOUNT, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.log_validation"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
