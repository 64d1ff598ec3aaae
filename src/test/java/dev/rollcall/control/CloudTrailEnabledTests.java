package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.enabled}. */
class CloudTrailEnabledTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:999999999999:trail/all";

	private static final String OWN = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	private static final Map<String, Object> ORGANIZATION_TRAIL = Map.of("arn", TRAIL, "logging", true, "multi_region",
			true, "organization_trail", true, "management_events", "WRITE_ONLY");

	@RegisterExtension
	final TestNight night = new TestNight();

	@Test
	void judgesMemberOfAnOrganizationTrailCompliant() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MANAGEMENT, REGION, ORGANIZATION_TRAIL);
		assertThat(this.night.judge("cloudtrail.enabled")).containsExactly(
				Judgement.of(MEMBER, REGION, "COMPLIANT", "Covered by " + TRAIL + "."),
				Judgement.of(MANAGEMENT, REGION, "COMPLIANT", "Covered by " + TRAIL + "."));
	}

	@Test
	void judgesMemberOfAnOrganizationTrailCompliantAlthoughItsOwnCellsAreGaps() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.denied(MEMBER, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.denied(MEMBER, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails")
			.row("trail", MANAGEMENT, REGION, ORGANIZATION_TRAIL);
		assertThat(this.night.judge("cloudtrail.enabled"))
			.contains(Judgement.of(MEMBER, REGION, "COMPLIANT", "Covered by " + TRAIL + "."));
	}

	@Test
	void judgesRegionWithoutTrailNonCompliant() {
		this.night.member(MEMBER).read(MEMBER, "cloudtrail", REGION).read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.enabled")).containsExactly(Judgement.of(MEMBER, REGION, "NON_COMPLIANT",
				"No trail that is logging records management events here."));
	}

	@Test
	void judgesATrailOfWhatOneConditionNamesNonCompliant() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, REGION, Map.of("arn", OWN, "logging", true, "management_events", "ONLY",
					"management_conditions", List.of("eventName Equals ConsoleLogin")));
		assertThat(this.night.judge("cloudtrail.enabled")).containsExactly(Judgement.of(MEMBER, REGION, "NON_COMPLIANT",
				"Management events are recorded in part only: eventName Equals ConsoleLogin."));
	}

	@Test
	void doesNotKnowWhatSelectorsOfTomorrowRecord() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, REGION, Map.of("arn", OWN, "logging", true, "management_events", "UNKNOWN",
					"management_unknown", List.of("tomorrow")));
		assertThat(this.night.judge("cloudtrail.enabled")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "What " + OWN + " records is not known, since its selectors name tomorrow."));
	}

	@Test
	void judgesATrailOfAllButSomeCompliant() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, REGION, Map.of("arn", OWN, "logging", true, "management_events", "EXCEPT",
					"management_conditions", List.of("eventName NotEquals Decrypt")));
		assertThat(this.night.judge("cloudtrail.enabled")).containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT",
				"Covered in part by " + OWN + ": eventName NotEquals Decrypt."));
	}

	@Test
	void namesTheDeniedOperationOfTheCell() {
		this.night.member(MEMBER)
			.denied(MEMBER, "cloudtrail", REGION, "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.enabled"))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "cloudtrail:GetTrailStatus was denied"
					+ " (AccessDenied); the permission cloudtrail:GetTrailStatus is missing."));
	}

	@Test
	void namesTheDeniedOperationOfTheCellElsewhere() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", REGION)
			.denied(MEMBER, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.night.judge("cloudtrail.enabled"))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "cloudtrail:DescribeTrails was denied"
					+ " (AccessDenied); the permission cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void namesTheDeniedOperationOfTheHomeOfTrailThatShows() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail", REGION, "cloudtrail:GetTrailStatus")
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", "us-east-1")
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global",
					Map.of("arn", TRAIL, "owner_account_id", MANAGEMENT, "home_region", REGION, "multi_region", true));
		assertThat(this.night.judge("cloudtrail.enabled"))
			.contains(Judgement.of(MEMBER, "us-east-1", "INSUFFICIENT_DATA",
					"A trail that shows here could not be read where it is at home:" + " cloudtrail:GetTrailStatus was"
							+ " denied (AccessDenied); the permission cloudtrail:GetTrailStatus is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.cell(MEMBER, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(MEMBER, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.row("trail", MANAGEMENT, REGION, ORGANIZATION_TRAIL);
		assertThat(this.night.judge("cloudtrail.enabled"))
			.contains(Judgement.of(MEMBER, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotApplyToDisabledRegion() {
		this.night.member(MEMBER)
			.cell(MEMBER, "cloudtrail", "ap-east-1", CellStatus.REGION_DISABLED)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.enabled")).containsExactly(
				Judgement.of(MEMBER, "ap-east-1", "NOT_APPLICABLE", "The Region is not enabled in this account."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.member(MEMBER)
			.cell(MEMBER, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.enabled"))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void doesNotKnowWhetherAnotherTrailCoversWhereElsewhereWasExcluded() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", REGION)
			.cell(MEMBER, "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED);
		assertThat(this.night.judge("cloudtrail.enabled"))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void doesNotKnowWhereTheOrganizationsTrailCouldBeInACellThatNobodyRead() {
		this.night.management(MANAGEMENT)
			.member("111111111111")
			.denied(MANAGEMENT, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read("111111111111", "cloudtrail", REGION, "us-east-1")
			.read("111111111111", "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.enabled")).contains(
				Judgement.of("111111111111", REGION, "INSUFFICIENT_DATA",
						"Whether the organization has a trail here could not be read in account"
								+ " 999999999999: cloudtrail:DescribeTrails was denied (AccessDenied); the"
								+ " permission cloudtrail:DescribeTrails is missing."),
				Judgement.of("111111111111", "us-east-1", "NON_COMPLIANT",
						"No trail that is logging records management events here."));
	}

}
