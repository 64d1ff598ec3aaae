package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.rollcall.cli.States.answer;
import static dev.rollcall.cli.States.denial;
import static dev.rollcall.cli.States.in;
import static dev.rollcall.cli.States.refusal;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Security Hub says of accounts, through a whole night: policies that prove, are not
 * applied yet or contradict others; one error code for two facts; standards that are on
 * and see nothing. Policies reach Tokyo, which is home, and Osaka; us-east-1 is left out.
 */
class SecurityHubNightTests {

	private static final String TOKYO = "ap-northeast-1";

	private static final String OSAKA = "ap-northeast-3";

	private static final String VIRGINIA = "us-east-1";

	private static final String HUB = "securityhub:DescribeHub";

	private static final String STANDARDS = "securityhub:GetEnabledStandards";

	private static final String ASSOCIATIONS = "securityhub:ListConfigurationPolicyAssociations";

	private static final String MEMBERS = "securityhub:ListMembers";

	private static final String ASSOCIATION = "ConfigurationPolicyAssociationSummaries[TargetId=%s].%s";

	private static final String OFF = "Account 1 is not subscribed to AWS Security Hub";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		VerdictNight.Stated stated = VerdictNight.in(out)
			.account("proven")
			.account("decides for itself", in(OSAKA, refusal(HUB, 401, "InvalidAccessException", OFF)))
			.account("contradicts its list", in(VIRGINIA, refusal(HUB, 401, "InvalidAccessException", OFF)))
			.account("contradicts its policy", in(TOKYO, refusal(STANDARDS, 401, "InvalidAccessException", OFF)))
			.account("resigned")
			.account("pending", in(OSAKA, refusal(HUB, 404, "ResourceNotFoundException", "no hub")))
			.account("blind",
					answer(STANDARDS, "StandardsSubscriptions[*].StandardsStatusReason",
							"{\"StatusReasonCode\": \"NO_AVAILABLE_CONFIGURATION_RECORDER\"}"))
			.account("unheard of", answer(STANDARDS, "StandardsSubscriptions[*].StandardsStatus", "SLEEPING"))
			.account("not to be asked", denial(HUB), denial(STANDARDS))
			.account("refused for another reason",
					in(VIRGINIA,
							refusal(HUB, 401, "InvalidAccessException",
									"Account 1 is not an administrator for this organization")))
			.account("failing")
			.account("suppressed");
		night = stated
			.with("audit",
					answer("securityhub:GetFindingAggregator", "RegionLinkingMode", "ALL_REGIONS_EXCEPT_SPECIFIED",
							"Regions", "[\"us-east-1\"]"),
					answer(ASSOCIATIONS,
							ASSOCIATION.formatted(stated.id("decides for itself"), "ConfigurationPolicyId"),
							"SELF_MANAGED_SECURITY_HUB",
							ASSOCIATION.formatted(stated.id("pending"), "AssociationStatus"), "PENDING"),
					in(OSAKA,
							answer(MEMBERS, "Members[AccountId=" + stated.id("decides for itself") + "]", null,
									"Members[AccountId=" + stated.id("pending") + "]", null,
									"Members[AccountId=" + stated.id("resigned") + "].MemberStatus", "Resigned")),
					answer("securityhub:GetFindings", "Findings[+]", finding(stated.id("failing"), "NEW"),
							"Findings[+]", finding(stated.id("suppressed"), "SUPPRESSED")))
			.run();
	}

	private static String finding(String account, String workflow) {
		return """
				{"Id": "finding-%s", "AwsAccountId": "%s", "Region": "ap-northeast-3", "RecordState": "ACTIVE",
				 "Severity": {"Label": "CRITICAL"}, "Workflow": {"Status": "%s"},
				 "Compliance": {"Status": "FAILED", "SecurityControlId": "IAM.6"}}""".formatted(account, account,
				workflow);
	}

	private static String verdicts(String control, String name) throws SQLException {
		return String.join(" ",
				night.findings(control, name).stream().map((line) -> line.split(" ", 3)[1].substring(0, 1)).toList());
	}

	/** By Region: Tokyo, Osaka, us-east-1. */
	@Test
	void saysWhetherItIsOn() throws SQLException {
		assertThat(night.findings("securityhub.enabled", "proven")).satisfiesExactly(
				(tokyo) -> assertThat(tokyo).contains("COMPLIANT Security Hub is on, as the policy"),
				(osaka) -> assertThat(osaka).contains("COMPLIANT Security Hub is on, as the policy"),
				(virginia) -> assertThat(virginia)
					.contains("COMPLIANT Security Hub is on, as the account itself says."));
		assertThat(verdicts("securityhub.enabled", "decides for itself")).isEqualTo("C N C");
		assertThat(verdicts("securityhub.enabled", "contradicts its list")).isEqualTo("C C I");
		assertThat(verdicts("securityhub.enabled", "contradicts its policy")).isEqualTo("I C C");
		assertThat(verdicts("securityhub.enabled", "resigned")).isEqualTo("C I C");
		assertThat(verdicts("securityhub.enabled", "pending")).isEqualTo("C N C");
		assertThat(verdicts("securityhub.enabled", "not to be asked")).isEqualTo("C C I");
		assertThat(verdicts("securityhub.enabled", "refused for another reason")).isEqualTo("C C I");
	}

	@Test
	void saysWhetherItsStandardsWork() throws SQLException {
		assertThat(verdicts("securityhub.standards", "proven")).isEqualTo("C C C");
		assertThat(verdicts("securityhub.standards", "decides for itself")).isEqualTo("C N C");
		assertThat(verdicts("securityhub.standards", "contradicts its policy")).isEqualTo("I C C");
		assertThat(verdicts("securityhub.standards", "blind")).isEqualTo("N N N");
		assertThat(verdicts("securityhub.standards", "unheard of")).isEqualTo("I I I");
		assertThat(verdicts("securityhub.standards", "not to be asked")).isEqualTo("I I I");
	}

	@Test
	void saysWhoseFindingsComeTogether() throws SQLException {
		assertThat(verdicts("securityhub.finding_aggregation", "proven")).isEqualTo("C C N");
		assertThat(verdicts("securityhub.finding_aggregation", "decides for itself")).isEqualTo("C N N");
		assertThat(verdicts("securityhub.finding_aggregation", "resigned")).isEqualTo("C N N");
		assertThat(verdicts("securityhub.finding_aggregation", "audit")).isEqualTo("C C N");
	}

	@Test
	void saysWhatFailsWhereItWouldBeSeen() throws SQLException {
		assertThat(verdicts("securityhub.failed_critical", "proven")).isEqualTo("C C I");
		assertThat(night.findings("securityhub.failed_critical", "failing"))
			.contains("ap-northeast-3 NON_COMPLIANT 1 of critical severity fail: IAM.6.");
		assertThat(verdicts("securityhub.failed_critical", "suppressed")).isEqualTo("C C I");
		assertThat(verdicts("securityhub.failed_critical", "blind")).isEqualTo("I I I");
		assertThat(verdicts("securityhub.failed_critical", "resigned")).isEqualTo("C I I");
	}

	@Test
	void saysWhatAccountsGetThatJoin() throws SQLException {
		assertThat(verdicts("securityhub.auto_enable_org", "audit")).isEqualTo("C C N");
		assertThat(night.verdicts("securityhub.auto_enable_org", "proven")).containsExactly("NOT_APPLICABLE");
		assertThat(verdicts("securityhub.delegated_admin", "management")).isEqualTo("C C C");
	}

	/** Where policies prove it, nobody is asked; nobody proves how standards fare. */
	@Test
	void asksNoAccountWhatItsPolicyProves() throws SQLException {
		assertThat(night.rows("SELECT region, status, answered_by_account IS NOT NULL, calls FROM {coverage}"
				+ " WHERE source = 'securityhub' AND account_id = '" + night.id("proven") + "' ORDER BY region"))
			.containsExactly("ap-northeast-1|READ|true|0", "ap-northeast-3|READ|true|0", "us-east-1|READ|false|1");
		assertThat(night.rows("SELECT DISTINCT status, answered_by_account IS NOT NULL, calls FROM {coverage}"
				+ " WHERE source = 'securityhub-standards' AND account_id = '" + night.id("proven") + "'"))
			.containsExactly("READ|false|1");
	}

}
