package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code cloudtrail.org_trail}. */
class CloudTrailOrganizationTrailTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:999999999999:trail/all";

	@RegisterExtension
	final TestNight night = new TestNight();

	@RegisterExtension
	final TestNight list = new TestNight();

	CloudTrailOrganizationTrailTests() {
		this.night.management(MANAGEMENT).member(MEMBER);
	}

	@Test
	void judgesEveryAccountOfTheOrganizationCompliant() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "COMPLIANT", "Covered by trail " + TRAIL + " in account " + MANAGEMENT + "."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "Covered by trail " + TRAIL + " in account " + MANAGEMENT + "."));
	}

	@Test
	void judgesMemberCompliantAlthoughItsOwnCellsAreGaps() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.denied(MEMBER, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.denied(MEMBER, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails")
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "COMPLIANT", "Covered by trail " + TRAIL + " in account " + MANAGEMENT + "."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "Covered by trail " + TRAIL + " in account " + MANAGEMENT + "."));
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantWithoutTrail() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE",
						"No organization trail that is logging records management events, for which account "
								+ MANAGEMENT + " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT",
						"No organization trail that is logging records management events."));
	}

	@Test
	void takesNoOtherTrailForTheOrganizations() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "multi_region", true, "management_events", "ALL"))
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL + "-stopped", "logging", false, "organization_trail", true, "management_events",
							"ALL"))
			.row("trail", MANAGEMENT, REGION, Map.of("arn", TRAIL + "-data", "logging", true, "organization_trail",
					true, "management_events", "NONE"));
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE",
						"No organization trail that is logging records management events, for which account "
								+ MANAGEMENT + " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT",
						"No organization trail that is logging records management events."));
	}

	@Test
	void doesNotTakeForTheOrganizationsWhatAMemberCallsSo() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, REGION, Map.of("arn", "arn:aws:cloudtrail:eu-west-1:111111111111:trail/all",
					"logging", true, "organization_trail", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.org_trail")).extracting(Judgement::verdict)
			.containsExactly("NOT_APPLICABLE", "NON_COMPLIANT");
	}

	@Test
	void doesNotKnowTheMemberWhoseListLacksTheTrail() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_list", MEMBER, "global", Map.of("shown_in", REGION, "trails", 0))
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "INSUFFICIENT_DATA",
						"The organization trail " + TRAIL + " is to record this account, but does not show in it."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "Covered by trail " + TRAIL + " in account " + MANAGEMENT + "."));
	}

	@Test
	void leavesToTheMemberWhatItsListLacks() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_list", MEMBER, "global", Map.of("shown_in", REGION, "trails", 0))
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "NONE"));
		assertThat(this.night.judge("cloudtrail.org_trail")).extracting(Judgement::verdict)
			.containsExactly("INSUFFICIENT_DATA", "NON_COMPLIANT");
	}

	@Test
	void doesNotCallCoveredWhatOneConditionNames() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "ONLY",
							"management_conditions", List.of("eventName Equals ConsoleLogin")))
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.org_trail")).hasSize(2)
			.allSatisfy((judgement) -> assertThat(judgement.verdict()).isEqualTo("NON_COMPLIANT"))
			.allSatisfy((judgement) -> assertThat(judgement.reason())
				.isEqualTo("Management events are recorded in part only: eventName Equals ConsoleLogin."));
	}

	@Test
	void saysWhatATrailOfAllButSomeLeavesOut() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "EXCEPT",
							"management_conditions", List.of("eventSource NotEquals kms.amazonaws.com")))
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.org_trail")).hasSize(2)
			.allSatisfy((judgement) -> assertThat(judgement.verdict()).isEqualTo("COMPLIANT"))
			.allSatisfy((judgement) -> assertThat(judgement.reason()).isEqualTo("Covered in part by trail " + TRAIL
					+ " in account " + MANAGEMENT + ": eventSource NotEquals kms.amazonaws.com."));
	}

	@Test
	void doesNotKnowWhatSelectorsOfTomorrowRecord() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MANAGEMENT, REGION, Map.of("arn", TRAIL, "logging", true, "organization_trail", true,
					"management_events", "UNKNOWN", "management_unknown", List.of("tomorrow")));
		assertThat(this.night.judge("cloudtrail.org_trail")).contains(Judgement.of(MANAGEMENT, "INSUFFICIENT_DATA",
				"What " + TRAIL + " records is not known, since its selectors name tomorrow."));
	}

	@Test
	void namesTheDeniedOperationAndTheManagementAccount() {
		this.night.denied(MANAGEMENT, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "INSUFFICIENT_DATA",
						"Whether the organization has a trail could not be read in account " + MANAGEMENT
								+ ": cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
								+ " cloudtrail:DescribeTrails is missing."),
				Judgement.of(MANAGEMENT, "INSUFFICIENT_DATA",
						"Whether the organization has a trail could not be read in account " + MANAGEMENT
								+ ": cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
								+ " cloudtrail:DescribeTrails is missing."));
	}

	@Test
	void takesAGapOfMemberForNoGapOfTheOrganization() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.denied(MEMBER, "cloudtrail", REGION, "cloudtrail:DescribeTrails")
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE",
						"No organization trail that is logging records management events, for which account "
								+ MANAGEMENT + " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT",
						"No organization trail that is logging records management events."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.cell(MEMBER, "cloudtrail", REGION, CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(MEMBER, "cloudtrail-elsewhere", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE", "The account is not active."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "Covered by trail " + TRAIL + " in account " + MANAGEMENT + "."));
	}

	@Test
	void doesNotKnowWhatWasExcludedAlthoughTheOrganizationHasATrail() {
		this.night.read(MANAGEMENT, "cloudtrail", REGION)
			.read(MANAGEMENT, "cloudtrail-elsewhere", "global")
			.cell(MEMBER, "cloudtrail", REGION, CellStatus.EXCLUDED)
			.cell(MEMBER, "cloudtrail-elsewhere", "global", CellStatus.EXCLUDED)
			.row("trail", MANAGEMENT, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "ALL"));
		assertThat(this.night.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "INSUFFICIENT_DATA", "Left out by configuration or flags."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "Covered by trail " + TRAIL + " in account " + MANAGEMENT + "."));
	}

	@Test
	void judgesListedAccountByOrganizationTrailThatShows() {
		this.list.listed(MEMBER)
			.read(MEMBER, "cloudtrail", REGION)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global",
					Map.of("arn", TRAIL, "owner_account_id", MANAGEMENT, "home_region", REGION))
			.row("trail", MEMBER, REGION,
					Map.of("arn", TRAIL, "logging", true, "organization_trail", true, "management_events", "ALL"));
		assertThat(this.list.judge("cloudtrail.org_trail")).containsExactly(
				Judgement.of(MEMBER, "COMPLIANT", "Covered by trail " + TRAIL + " in account " + MANAGEMENT + "."));
	}

	@Test
	void doesNotKnowWhetherListedAccountHasAnOrganization() {
		this.list.listed(MEMBER).read(MEMBER, "cloudtrail", REGION).read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(this.list.judge("cloudtrail.org_trail")).containsExactly(Judgement.of(MEMBER, "INSUFFICIENT_DATA",
				"Nobody said whether the account belongs to an organization."));
	}

	@Test
	void namesTheDeniedOperationOfListedAccount() {
		this.list.listed(MEMBER)
			.read(MEMBER, "cloudtrail", REGION)
			.denied(MEMBER, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(this.list.judge("cloudtrail.org_trail")).containsExactly(Judgement.of(MEMBER, "INSUFFICIENT_DATA",
				"cloudtrail:DescribeTrails was denied (AccessDenied); the permission"
						+ " cloudtrail:DescribeTrails is missing."));
	}

}
