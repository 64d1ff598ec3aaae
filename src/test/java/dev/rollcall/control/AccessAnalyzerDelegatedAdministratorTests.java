package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code accessanalyzer.delegated_administrator}. */
class AccessAnalyzerDelegatedAdministratorTests {

	private static final String CONTROL = "accessanalyzer.delegated_administrator";

	private static final String MEMBER = "111111111111";

	private static final String ADMINISTRATOR = "222222222222";

	private static final String MANAGEMENT = "999999999999";

	private static final String PRINCIPAL = "access-analyzer.amazonaws.com";

	@RegisterExtension
	final TestNight night = new TestNight();

	AccessAnalyzerDelegatedAdministratorTests() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "account-regions", "global")
			.read(MEMBER, "account-regions", "global");
	}

	@ParameterizedTest
	@ValueSource(strings = { PRINCIPAL, "access-analyzer.amazonaws.com.cn", "access-analyzer.amazonaws.eu" })
	void judgesEveryAccountCompliantByTheActiveAdministrator(String principal) {
		administrator(principal, "SUSPENDED", "222222222220");
		administrator(principal, "ACTIVE", ADMINISTRATOR);
		administrator(principal, "ACTIVE", "333333333333");
		assertThat(organization()).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("COMPLIANT",
					"Account " + ADMINISTRATOR + " administers IAM Access Analyzer for the organization."))
			.hasSize(5);
	}

	@Test
	void judgesTheManagementAccountAloneNonCompliantWithoutAdministrator() {
		trusts(PRINCIPAL);
		administrator("config.amazonaws.com", "ACTIVE", ADMINISTRATOR);
		assertThat(organization()).containsExactly(elsewhere(MEMBER), elsewhere(ADMINISTRATOR), Judgement.of(MANAGEMENT,
				"NON_COMPLIANT", "No member account administers IAM Access Analyzer for the organization."));
	}

	private static Judgement elsewhere(String account) {
		return Judgement.of(account, "NOT_APPLICABLE",
				"No active member account administers IAM Access Analyzer for the organization, for which account "
						+ MANAGEMENT + " answers.");
	}

	@Test
	void doesNotApplyWhereTheOrganizationDoesNotTrustTheService() {
		trusts("config.amazonaws.com");
		assertThat(organization()).containsExactly(elsewhere(MEMBER), Judgement.of(MANAGEMENT, "NOT_APPLICABLE",
				"The organization does not trust IAM Access Analyzer: there is nothing to administer."));
	}

	/** It is registered, so there is something to administer. */
	@Test
	void judgesASuspendedAdministratorNonCompliant() {
		administrator(PRINCIPAL, "SUSPENDED", ADMINISTRATOR);
		assertThat(organization()).containsExactly(elsewhere(MEMBER), elsewhere(ADMINISTRATOR),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT", "Account " + ADMINISTRATOR
						+ " administers IAM Access Analyzer for the organization, and is not active."));
	}

	@Test
	void doesNotKnowAnAdministratorThatIsNotOnTheRoster() {
		administers(PRINCIPAL, ADMINISTRATOR);
		administrator(PRINCIPAL, "SUSPENDED", "333333333333");
		assertThat(organization()).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA", "Account " + ADMINISTRATOR
					+ " administers IAM Access Analyzer for the organization, and is not on the roster."));
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.denied(MANAGEMENT, "organizations-delegation", "global",
				"organizations:ListDelegatedAdministrators");
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"Who administers IAM Access Analyzer could not be read in account " + MANAGEMENT
							+ ": organizations:ListDelegatedAdministrators was denied (AccessDenied); the permission"
							+ " organizations:ListDelegatedAdministrators is missing."))
			.hasSize(2);
	}

	@Test
	void saysWhichAccountsAreNotJudged() {
		administrator(PRINCIPAL, "ACTIVE", ADMINISTRATOR);
		this.night.account("444444444444", "SUSPENDED")
			.cell("444444444444", "account-regions", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.listed("555555555555")
			.cell("555555555555", "account-regions", "global", CellStatus.EXCLUDED);
		assertThat(organization()).contains(
				Judgement.of("444444444444", "NOT_APPLICABLE", "The account is not active."),
				Judgement.of("555555555555", "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void judgesAnAccountThatNobodyCouldEnter() {
		trusts(PRINCIPAL);
		this.night.member("444444444444").denied("444444444444", "account-regions", "global", "sts:AssumeRole");
		assertThat(organization()).extracting(Judgement::verdict)
			.containsExactly("NOT_APPLICABLE", "NOT_APPLICABLE", "NON_COMPLIANT");
	}

	private List<Judgement> organization() {
		return this.night.read(MANAGEMENT, "organizations-delegation", "global").judge(CONTROL);
	}

	private void trusts(String principal) {
		this.night.row("trusted_service", MANAGEMENT, "global", Map.of("service_principal", principal));
	}

	private void administrator(String principal, String state, String account) {
		this.night.account(account, state).read(account, "account-regions", "global");
		administers(principal, account);
	}

	private void administers(String principal, String account) {
		this.night.row("delegated_administrator", MANAGEMENT, "global",
				Map.of("service_principal", principal, "administrator_id", account));
	}

}
