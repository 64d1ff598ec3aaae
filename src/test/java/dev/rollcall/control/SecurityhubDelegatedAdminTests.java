package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code securityhub.delegated_admin}. */
class SecurityhubDelegatedAdminTests {

	private static final String CONTROL = "securityhub.delegated_admin";

	private static final String AUDIT = "222222222222";

	private static final String LOGS = "333333333333";

	private static final String MANAGEMENT = "999999999999";

	private static final String REGION = "eu-west-1";

	private static final String SECOND = "us-east-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	SecurityhubDelegatedAdminTests() {
		this.night.management(MANAGEMENT)
			.account(AUDIT, "ACTIVE")
			.read(AUDIT, "securityhub", "ap-northeast-3")
			.read(MANAGEMENT, "organizations-delegation", "global")
			.read(MANAGEMENT, "securityhub", REGION)
			.read(MANAGEMENT, "securityhub-administrators", REGION, SECOND);
	}

	@Test
	void judgesOneAccountEverywhereCompliant() {
		delegated(AUDIT);
		listed(REGION, AUDIT);
		listed(SECOND, AUDIT);
		judges("COMPLIANT", "Account " + AUDIT + " administers Security Hub wherever anybody does.");
	}

	@Test
	void judgesNobodyNonCompliant() {
		delegated(AUDIT);
		listed(SECOND, AUDIT);
		judges("NON_COMPLIANT", "Nobody administers Security Hub for the organization in this Region.");
	}

	@Test
	void judgesManagementItselfNonCompliant() {
		delegated(MANAGEMENT);
		listed(REGION, MANAGEMENT);
		judges("NON_COMPLIANT", "The management account itself administers Security Hub.");
	}

	@Test
	void judgesSeveralNonCompliant() {
		delegated(AUDIT);
		delegated(LOGS);
		listed(REGION, AUDIT);
		listed(REGION, LOGS);
		judges("NON_COMPLIANT",
				"Several accounts administer Security Hub in this Region: " + AUDIT + ", " + LOGS + ".");
	}

	@Test
	void judgesAnAdministratorThatLeavesNonCompliant() {
		delegated(AUDIT);
		listed(SECOND, AUDIT);
		this.night.row("securityhub_administrator", MANAGEMENT, REGION,
				Map.of("administrator_id", AUDIT, "status", "DISABLE_IN_PROGRESS"));
		judges("NON_COMPLIANT", "The administrator " + AUDIT + " is being removed.");
	}

	@Test
	void judgesASuspendedAdministratorNonCompliant() {
		this.night.account(LOGS, "SUSPENDED").cell(LOGS, "securityhub", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		delegated(LOGS);
		listed(REGION, LOGS);
		judges("NON_COMPLIANT", "The administrator " + LOGS + " is not active.");
	}

	@Test
	void doesNotKnowAnAdministratorThatIsNotOnTheRoster() {
		delegated(LOGS);
		listed(REGION, LOGS);
		judges("INSUFFICIENT_DATA", "The administrator " + LOGS + " is not on the roster.");
	}

	@Test
	void judgesAnotherOneInAnotherRegionNonCompliant() {
		delegated(AUDIT);
		delegated(LOGS);
		listed(REGION, AUDIT);
		listed(SECOND, LOGS);
		judges("NON_COMPLIANT", "Account " + AUDIT + " administers Security Hub in this Region, and account " + LOGS
				+ " in us-east-1.");
	}

	@Test
	void doesNotKnowWhomOrganizationsDoesNotName() {
		delegated(LOGS);
		listed(REGION, AUDIT);
		listed(SECOND, LOGS);
		judges("INSUFFICIENT_DATA", "Security Hub's list has account " + AUDIT
				+ " in this Region, which Organizations does not name as an administrator.");
	}

	@Test
	void doesNotKnowWhereOrganizationsDoesNotNameTheOneOfAnotherRegion() {
		delegated(AUDIT);
		listed(REGION, AUDIT);
		listed(SECOND, LOGS);
		judges("INSUFFICIENT_DATA", "Security Hub's list has account " + LOGS
				+ " in us-east-1, which Organizations does not name as an administrator.");
	}

	@Test
	void doesNotKnowWhomSecurityHubDoesNotName() {
		delegated(AUDIT);
		delegated(LOGS);
		this.night.row("delegated_administrator", MANAGEMENT, "global",
				Map.of("administrator_id", "444444444444", "service_principal", "config.amazonaws.com"));
		listed(REGION, AUDIT);
		listed(SECOND, AUDIT);
		judges("INSUFFICIENT_DATA", "Organizations names account " + LOGS
				+ " as an administrator of Security Hub, which Security Hub has on no list.");
	}

	@Test
	void doesNotKnowWhileAnotherRegionIsUnread() {
		this.night.denied(MANAGEMENT, "securityhub-administrators", "ap-northeast-1",
				"securityhub:ListOrganizationAdminAccounts");
		delegated(AUDIT);
		listed(REGION, AUDIT);
		assertThat(this.night.judge(CONTROL)).filteredOn((judgement) -> judgement.region().equals(REGION))
			.singleElement()
			.satisfies((judgement) -> assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA"))
			.satisfies((judgement) -> assertThat(judgement.reason())
				.startsWith("Who administers Security Hub in ap-northeast-1 could not be read: ")
				.contains("securityhub:ListOrganizationAdminAccounts"));
	}

	@Test
	void doesNotKnowWhileOrganizationsIsUnread() {
		this.night.denied(AUDIT, "organizations-delegation", "global", "organizations:ListDelegatedAdministrators");
		listed(REGION, AUDIT);
		assertThat(this.night.judge(CONTROL)).filteredOn((judgement) -> judgement.region().equals(REGION))
			.singleElement()
			.satisfies((judgement) -> assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA"))
			.satisfies((judgement) -> assertThat(judgement.reason())
				.startsWith("Who administers Security Hub for the organization could not be read in account " + AUDIT)
				.contains("organizations:ListDelegatedAdministrators"));
	}

	@Test
	void asksNoOtherAccount() {
		listed(REGION, AUDIT);
		this.night.account(LOGS, "ACTIVE").denied(LOGS, "securityhub", REGION, "securityhub:DescribeHub");
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(LOGS, REGION, "NOT_APPLICABLE",
				"Account " + MANAGEMENT + " answers for the organization in this Region."));
	}

	@Test
	void namesTheDeniedOperationToAll() {
		this.night.account(LOGS, "ACTIVE")
			.read(LOGS, "securityhub", "ap-northeast-1")
			.read(MANAGEMENT, "securityhub", "ap-northeast-1")
			.denied(MANAGEMENT, "securityhub-administrators", "ap-northeast-1",
					"securityhub:ListOrganizationAdminAccounts");
		assertThat(this.night.judge(CONTROL)).filteredOn((judgement) -> judgement.region().equals("ap-northeast-1"))
			.hasSize(2)
			.allSatisfy((judgement) -> assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA"))
			.allSatisfy((judgement) -> assertThat(judgement.reason())
				.contains("securityhub:ListOrganizationAdminAccounts"));
	}

	@Test
	void doesNotKnowWhereNobodyWasAsked() {
		this.night.account(LOGS, "ACTIVE").read(LOGS, "securityhub", "ap-northeast-1");
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(LOGS, "ap-northeast-1", "INSUFFICIENT_DATA",
				"Nobody was asked for the organization in this Region."));
	}

	@Test
	void doesNotApplyWhereTheRegionIsDisabled() {
		this.night.account(LOGS, "ACTIVE")
			.cell(LOGS, "securityhub", REGION, CellStatus.REGION_DISABLED)
			.cell(AUDIT, "securityhub", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge(CONTROL)).contains(
				Judgement.of(LOGS, REGION, "NOT_APPLICABLE", "The Region is not enabled in this account."),
				Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	private void listed(String region, String account) {
		this.night.row("securityhub_administrator", MANAGEMENT, region,
				Map.of("administrator_id", account, "status", "ENABLED"));
	}

	private void delegated(String account) {
		this.night.row("delegated_administrator", MANAGEMENT, "global",
				Map.of("administrator_id", account, "service_principal", "securityhub.amazonaws.com"));
	}

	private void judges(String verdict, String reason) {
		assertThat(this.night.judge(CONTROL)).contains(Judgement.of(MANAGEMENT, REGION, verdict, reason));
	}

}
