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

/** Tests for {@code accessanalyzer.trusted_access}. */
class AccessAnalyzerTrustedAccessTests {

	private static final String CONTROL = "accessanalyzer.trusted_access";

	private static final String REGION = "eu-west-1";

	private static final String MEMBER = "111111111111";

	private static final String ADMINISTRATOR = "222222222222";

	private static final String MANAGEMENT = "999999999999";

	@RegisterExtension
	final TestNight night = new TestNight();

	AccessAnalyzerTrustedAccessTests() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "account-regions", "global")
			.read(MEMBER, "account-regions", "global");
	}

	@ParameterizedTest
	@ValueSource(strings = { "access-analyzer.amazonaws.com", "access-analyzer.amazonaws.com.cn" })
	void judgesEveryAccountCompliantByTheOrganizationsTrust(String principal) {
		trusts(principal);
		assertThat(organization()).containsExactly(
				Judgement.of(MEMBER, "COMPLIANT", "The organization trusts IAM Access Analyzer."),
				Judgement.of(MANAGEMENT, "COMPLIANT", "The organization trusts IAM Access Analyzer."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ORGANIZATION", "ORGANIZATION_UNUSED_ACCESS" })
	void judgesManagementNonCompliantWhereTheOrganizationHasAnAnalyzer(String type) {
		trusts("config.amazonaws.com");
		analyzer(type, "DISABLED");
		assertThat(organization()).containsExactly(
				Judgement.of(MEMBER, "NOT_APPLICABLE",
						"The organization does not trust IAM Access Analyzer, for which account " + MANAGEMENT
								+ " answers."),
				Judgement.of(MANAGEMENT, "NON_COMPLIANT",
						"The organization does not trust IAM Access Analyzer, and has the analyzer all."));
	}

	@Test
	void doesNotApplyWhereOnlyAccountsHaveAnalyzers() {
		analyzer("ACCOUNT", "ACTIVE");
		this.night.denied(MEMBER, "access-analyzer", REGION, "access-analyzer:ListAnalyzers")
			.read(MANAGEMENT, "access-analyzer", REGION);
		assertThat(organization()).contains(Judgement.of(MANAGEMENT, "NOT_APPLICABLE",
				"The organization does not trust IAM Access Analyzer, and has no analyzer either."));
	}

	@ParameterizedTest
	@ValueSource(strings = { MANAGEMENT, ADMINISTRATOR })
	void doesNotKnowWhatAnOwnersRegionHolds(String owner) {
		this.night.row("delegated_administrator", MANAGEMENT, "global",
				Map.of("service_principal", "access-analyzer.amazonaws.com", "administrator_id", ADMINISTRATOR));
		this.night.denied(owner, "access-analyzer", REGION, "access-analyzer:ListAnalyzers");
		assertThat(organization()).contains(Judgement.of(MANAGEMENT, "INSUFFICIENT_DATA",
				"The organization does not trust IAM Access Analyzer, and whether it has an analyzer could not be read:"
						+ " access-analyzer:ListAnalyzers was denied (AccessDenied); the permission"
						+ " access-analyzer:ListAnalyzers is missing."));
	}

	@Test
	void aClosedRegionOfAnOwnerAndAnotherServicesAdministratorHoldNone() {
		this.night.row("delegated_administrator", MANAGEMENT, "global",
				Map.of("service_principal", "config.amazonaws.com", "administrator_id", ADMINISTRATOR));
		this.night.cell(MANAGEMENT, "access-analyzer", REGION, CellStatus.REGION_DISABLED)
			.denied(ADMINISTRATOR, "access-analyzer", REGION, "access-analyzer:ListAnalyzers");
		assertThat(organization()).extracting(Judgement::verdict).containsExactly("NOT_APPLICABLE", "NOT_APPLICABLE");
	}

	@Test
	void namesTheDeniedOperation() {
		this.night.denied(MANAGEMENT, "organizations-delegation", "global",
				"organizations:ListAWSServiceAccessForOrganization");
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::verdict, Judgement::reason)
			.containsOnly(tuple("INSUFFICIENT_DATA",
					"Whom the organization trusts could not be read in account " + MANAGEMENT
							+ ": organizations:ListAWSServiceAccessForOrganization was denied (AccessDenied); the"
							+ " permission organizations:ListAWSServiceAccessForOrganization is missing."))
			.hasSize(2);
	}

	@Test
	void saysWhichAccountsAreNotJudged() {
		trusts("access-analyzer.amazonaws.com");
		this.night.account("444444444444", "SUSPENDED")
			.cell("444444444444", "account-regions", "global", CellStatus.ACCOUNT_NOT_ACTIVE)
			.listed("555555555555")
			.cell("555555555555", "account-regions", "global", CellStatus.EXCLUDED);
		assertThat(organization()).contains(
				Judgement.of("444444444444", "NOT_APPLICABLE", "The account is not active."),
				Judgement.of("555555555555", "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	private List<Judgement> organization() {
		return this.night.read(MANAGEMENT, "organizations-delegation", "global").judge(CONTROL);
	}

	private void trusts(String principal) {
		this.night.row("trusted_service", MANAGEMENT, "global", Map.of("service_principal", principal));
	}

	private void analyzer(String type, String status) {
		this.night.row("analyzer", ADMINISTRATOR, REGION, Map.of("arn", "all", "type", type, "status", status));
	}

}
