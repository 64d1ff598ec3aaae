package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.rollcall.control.HubNight.AUDIT;
import static dev.rollcall.control.HubNight.MANAGEMENT;
import static dev.rollcall.control.HubNight.MEMBER;
import static dev.rollcall.control.HubNight.REGION;
import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code securityhub.auto_enable_org}. */
class SecurityhubAutoEnableOrgTests {

	private static final String CONTROL = "securityhub.auto_enable_org";

	@RegisterExtension
	final TestNight night = new TestNight();

	private final HubNight hubs = new HubNight(this.night);

	private void configured(String account, String region, Map<String, Object> values) {
		Map<String, Object> row = new HashMap<>(Map.of("member_account_limit_reached", false));
		row.putAll(values);
		this.hubs.named(region, account).on(account, region);
		this.night.read(account, "securityhub-organization", region)
			.row("securityhub_organization", account, region, row);
	}

	/** CENTRAL makes it off in each Region, which says nothing. */
	private void central(String account, String region) {
		configured(account, region, Map.of("configuration_type", "CENTRAL", "configuration_status", "ENABLED",
				"auto_enable", false, "auto_enable_standards", "NONE"));
	}

	private void policies(String account, String home) {
		this.night.read(account, "securityhub-policies", "global")
			.row("securityhub_central_configuration", account, "global",
					Map.of("home_region", home, "region_linking_mode", "ALL_REGIONS"));
	}

	private void policy(String account, boolean on) {
		this.night.row("securityhub_policy", account, "global",
				Map.of("policy_id", HubNight.POLICY, "name", "baseline", "service_enabled", on));
	}

	private void root(String account, String policy, String status, Map<String, Object> more) {
		Map<String, Object> row = new HashMap<>(Map.of("target_id", "r-1", "target_type", "ROOT",
				"configuration_policy_id", policy, "association_status", status));
		row.putAll(more);
		this.night.row("securityhub_association", account, "global", row);
	}

	private Judgement judged() {
		return this.hubs.judge(CONTROL, AUDIT, REGION);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"LOCAL|true|DEFAULT|COMPLIANT|Security Hub is turned on in new accounts, with its default standards.",
			"LOCAL|true|NONE|COMPLIANT|Security Hub is turned on in new accounts, without standards.",
			"LOCAL|true||COMPLIANT|Security Hub is turned on in new accounts; with which standards, it does not say.",
			"LOCAL|false|NONE|NON_COMPLIANT|Security Hub is turned on in no new account by itself." })
	void judgesRegionThatDecidesForItself(String type, boolean on, @Nullable String standards, String verdict,
			String reason) {
		Map<String, Object> values = new HashMap<>(Map.of("configuration_type", type, "auto_enable", on));
		if (standards != null) {
			values.put("auto_enable_standards", standards);
		}
		configured(AUDIT, REGION, values);
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, verdict, reason));
	}

	@ParameterizedTest
	@CsvSource({ "CENTRAL,false", "LOCAL,true" })
	void doesNotKnowAnAdministratorThatDoesNotSayWhetherItHasRoom(String type, boolean on) {
		this.hubs.administered(REGION).on(AUDIT, REGION).aggregates(REGION, "NO_REGIONS");
		this.night.row("securityhub_organization", AUDIT, REGION,
				Map.of("configuration_type", type, "configuration_status", "ENABLED", "auto_enable", on));
		policies(AUDIT, REGION);
		policy(AUDIT, true);
		root(AUDIT, HubNight.POLICY, "SUCCESS", Map.of());
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA",
				"Security Hub does not say whether more members can be taken in."));
	}

	@Test
	void judgesARegionNonCompliantThatTurnsItOnNowhereWhetherThereIsRoomOrNot() {
		this.hubs.administered(REGION).on(AUDIT, REGION);
		this.night.row("securityhub_organization", AUDIT, REGION,
				Map.of("configuration_type", "LOCAL", "auto_enable", false));
		assertThat(judged().verdict()).isEqualTo("NON_COMPLIANT");
	}

	@Test
	void doesNotTakeSilenceForOff() {
		configured(AUDIT, REGION, Map.of("auto_enable", false));
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA",
				"Security Hub does not say how it is turned on in new accounts."));
	}

	@Test
	void judgesAnAdministratorNonCompliantThatHasNoRoom() {
		configured(AUDIT, REGION,
				Map.of("configuration_type", "LOCAL", "auto_enable", true, "member_account_limit_reached", true));
		assertThat(judged())
			.isEqualTo(Judgement.of(AUDIT, REGION, "NON_COMPLIANT", "The administrator can take in no more members."));
	}

	@Test
	void judgesByThePolicyOfTheRootWherePoliciesDecide() {
		central(AUDIT, REGION);
		policies(AUDIT, "us-east-1");
		policy(AUDIT, true);
		root(AUDIT, HubNight.POLICY, "SUCCESS", Map.of());
		this.night.row("securityhub_association", AUDIT, "global", Map.of("target_id", "ou-1", "target_type",
				"ORGANIZATIONAL_UNIT", "configuration_policy_id", HubNight.POLICY, "association_status", "FAILED"));
		this.hubs.aggregates("us-east-1", "ALL_REGIONS");
		assertThat(judged())
			.isEqualTo(Judgement.of(AUDIT, REGION, "COMPLIANT", "Accounts that join get the root's policy baseline."));
	}

	@Test
	void judgesRegionNonCompliantThatPoliciesDoNotReach() {
		central(AUDIT, REGION);
		policies(AUDIT, "us-east-1");
		policy(AUDIT, true);
		root(AUDIT, HubNight.POLICY, "SUCCESS", Map.of());
		this.hubs.aggregates("us-east-1", "SPECIFIED_REGIONS", "eu-west-2");
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, "NON_COMPLIANT",
				"Policies do not reach this Region, which is not linked with the home Region us-east-1."));
	}

	@Test
	void judgesEachAdministratorByItsOwnConfiguration() {
		Map<String, Object> off = Map.of("configuration_type", "LOCAL", "auto_enable", false);
		configured(AUDIT, REGION,
				Map.of("configuration_type", "LOCAL", "auto_enable", true, "auto_enable_standards", "NONE"));
		configured(AUDIT, "us-east-1", off);
		configured(MEMBER, REGION, off);
		String none = "Security Hub is turned on in no new account by itself.";
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "NON_COMPLIANT", none),
				Judgement.of(AUDIT, REGION, "COMPLIANT",
						"Security Hub is turned on in new accounts, without standards."),
				Judgement.of(AUDIT, "us-east-1", "NON_COMPLIANT", none));
	}

	@Test
	void judgesEachAdministratorByItsOwnPolicies() {
		central(AUDIT, REGION);
		central(MEMBER, "eu-west-2");
		for (String administrator : List.of(AUDIT, MEMBER)) {
			policies(administrator, "us-east-1");
			policy(administrator, administrator.equals(AUDIT));
			root(administrator, HubNight.POLICY, "SUCCESS", Map.of());
		}
		this.hubs.aggregator(AUDIT, "us-east-1", "ALL_REGIONS").aggregator(MEMBER, "us-east-1", "NO_REGIONS");
		assertThat(this.hubs.judge(CONTROL)).containsExactly(
				Judgement.of(MEMBER, "eu-west-2", "NON_COMPLIANT",
						"Policies do not reach this Region, which is not linked with the home Region us-east-1."),
				Judgement.of(AUDIT, REGION, "COMPLIANT", "Accounts that join get the root's policy baseline."));
	}

	@Test
	void doesNotReachARegionByAnAggregatorThatHasNoPolicies() {
		central(AUDIT, REGION);
		policies(AUDIT, "us-east-1");
		policy(AUDIT, true);
		root(AUDIT, HubNight.POLICY, "SUCCESS", Map.of());
		this.hubs.aggregator(AUDIT, "us-east-1", "NO_REGIONS").aggregator(AUDIT, "eu-west-2", "ALL_REGIONS");
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, "NON_COMPLIANT",
				"Policies do not reach this Region, which is not linked with the home Region us-east-1."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"policy-on|false|SUCCESS|NON_COMPLIANT|Accounts join at the root, whose policy baseline turns Security Hub off.",
			"policy-on|true|PENDING|INSUFFICIENT_DATA|The policy baseline has not been applied to the root yet, or to something below it.",
			"policy-on|true|FAILED|INSUFFICIENT_DATA|The policy baseline could not be applied to the root, or to something below it: no reason given.",
			"policy-x|true|SUCCESS|INSUFFICIENT_DATA|The root has the policy policy-x, of which nothing is known.",
			"SELF_MANAGED_SECURITY_HUB|true|SUCCESS|NON_COMPLIANT|Accounts join at the root, which lets each account decide for itself." })
	void judgesTheRootsPolicy(String policy, boolean on, String status, String verdict, String reason) {
		central(AUDIT, REGION);
		policies(AUDIT, REGION);
		policy(AUDIT, on);
		root(AUDIT, policy, status, Map.of());
		this.hubs.aggregates(REGION, "NO_REGIONS");
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, verdict, reason));
	}

	@Test
	void namesWhyAPolicyCouldNotBeApplied() {
		central(AUDIT, REGION);
		policies(AUDIT, REGION);
		policy(AUDIT, true);
		root(AUDIT, HubNight.POLICY, "FAILED", Map.of("association_status_message", "a limit"));
		this.hubs.aggregates(REGION, "NO_REGIONS");
		assertThat(judged().reason())
			.isEqualTo("The policy baseline could not be applied to the root, or to something below it: a limit.");
	}

	@Test
	void judgesARootWithoutPolicyNonCompliant() {
		central(AUDIT, REGION);
		policies(AUDIT, REGION);
		this.hubs.aggregates(REGION, "NO_REGIONS");
		assertThat(judged())
			.isEqualTo(Judgement.of(AUDIT, REGION, "NON_COMPLIANT", "Accounts join at the root, which has no policy."));
	}

	@Test
	void doesNotKnowPoliciesThatAreNotKnownWhereTheyDecide() {
		central(AUDIT, REGION);
		this.night.cell(AUDIT, "securityhub-policies", "global", CellStatus.NOT_ENABLED);
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA",
				"The Region decides centrally, and no policies are known in the home Region."));
	}

	@Test
	void namesTheDeniedPolicies() {
		central(AUDIT, REGION);
		this.night.denied(AUDIT, "securityhub-policies", "global", "securityhub:ListConfigurationPolicies");
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA",
				"How Security Hub is turned on for the organization could not be read in account " + AUDIT
						+ ": securityhub:ListConfigurationPolicies was denied (AccessDenied); the permission"
						+ " securityhub:ListConfigurationPolicies is missing."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "FAILED|NON_COMPLIANT|The central configuration failed: no reason given.",
			"PENDING|INSUFFICIENT_DATA|The central configuration is not in force yet." })
	void judgesACentralConfigurationThatIsNotInForce(String status, String verdict, String reason) {
		configured(AUDIT, REGION,
				Map.of("configuration_type", "CENTRAL", "configuration_status", status, "auto_enable", true));
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, verdict, reason));
	}

	@Test
	void doesNotKnowACentralConfigurationThatSaysNothingOfItself() {
		configured(AUDIT, REGION, Map.of("configuration_type", "CENTRAL", "auto_enable", true));
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA",
				"Security Hub does not say whether the central configuration is in force."));
	}

	@Test
	void namesWhyACentralConfigurationFailed() {
		configured(AUDIT, REGION, Map.of("configuration_type", "CENTRAL", "configuration_status", "FAILED",
				"configuration_status_message", "no Region"));
		assertThat(judged().reason()).isEqualTo("The central configuration failed: no Region.");
	}

	@Test
	void leavesTheAnswerToTheAdministrator() {
		configured(AUDIT, REGION, Map.of("configuration_type", "LOCAL", "auto_enable", true));
		this.hubs.on(MEMBER, REGION);
		assertThat(this.hubs.judge(CONTROL, MEMBER, REGION)).isEqualTo(Judgement.of(MEMBER, REGION, "NOT_APPLICABLE",
				"Account " + AUDIT + " answers for the organization in this Region."));
	}

	@Test
	void judgesTheManagementAccountNonCompliantWhereNobodyAdministers() {
		this.hubs.on(MANAGEMENT, REGION);
		this.night.cell(MANAGEMENT, "securityhub-organization", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MANAGEMENT, REGION, "NON_COMPLIANT",
				"Nobody administers Security Hub for the organization in this Region."));
	}

	@Test
	void judgesAnAdministratorNonCompliantThatHasItOff() {
		this.hubs.named(REGION, AUDIT).off(AUDIT, REGION);
		this.night.cell(AUDIT, "securityhub-organization", REGION, CellStatus.NOT_ENABLED);
		assertThat(judged()).isEqualTo(Judgement.of(AUDIT, REGION, "NON_COMPLIANT",
				"The administrator's own Security Hub is off in this Region."));
	}

	@Test
	void doesNotBelieveAnAdministratorWhoseOwnIsOff() {
		this.hubs.administered(REGION).off(AUDIT, REGION);
		this.night.row("securityhub_organization", AUDIT, REGION, Map.of("member_account_limit_reached", false,
				"configuration_type", "LOCAL", "auto_enable", true, "auto_enable_standards", "DEFAULT"));
		assertThat(this.hubs.judge(CONTROL))
			.containsExactly(Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA", "The administrator " + AUDIT
					+ " answers for the organization, and its own Security Hub is off in this Region."));
	}

	@Test
	void namesTheDeniedConfiguration() {
		this.hubs.named(REGION, AUDIT).on(AUDIT, REGION).on(MEMBER, REGION);
		this.night.denied(AUDIT, "securityhub-organization", REGION, "securityhub:DescribeOrganizationConfiguration");
		String denied = "securityhub:DescribeOrganizationConfiguration was denied (AccessDenied); the permission"
				+ " securityhub:DescribeOrganizationConfiguration is missing.";
		assertThat(this.hubs.judge(CONTROL))
			.containsExactly(
					Judgement
						.of(MEMBER, REGION, "INSUFFICIENT_DATA",
								"How Security Hub is turned on for the organization could not be read in account "
										+ AUDIT + ": " + denied),
					Judgement.of(AUDIT, REGION, "INSUFFICIENT_DATA", denied));
	}

	@ParameterizedTest
	@EnumSource(names = { "ACCOUNT_NOT_ACTIVE", "REGION_DISABLED" })
	void doesNotTakeTheSilenceOfAnAdministratorForAnAnswer(CellStatus silent) {
		this.hubs.named(REGION, AUDIT).on(MEMBER, REGION);
		this.night.cell(AUDIT, "securityhub-organization", REGION, silent);
		assertThat(this.hubs.judge(CONTROL)).singleElement().satisfies((judgement) -> {
			assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA");
			assertThat(judgement.reason())
				.startsWith("How Security Hub is turned on for the organization could not be read in account " + AUDIT);
		});
	}

	@Test
	void doesNotKnowWhereNobodyWasAsked() {
		this.hubs.on(MEMBER, REGION);
		assertThat(this.hubs.judge(CONTROL)).containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
				"Nobody was asked for the organization in this Region."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActiveNorKnowWhatWasExcluded() {
		configured(AUDIT, "us-east-1", Map.of("configuration_type", "LOCAL", "auto_enable", true));
		this.night.cell(MEMBER, "securityhub", "us-east-1", CellStatus.ACCOUNT_NOT_ACTIVE)
			.cell(MANAGEMENT, "securityhub", "us-east-1", CellStatus.EXCLUDED);
		assertThat(this.hubs.judge(CONTROL)).extracting(Judgement::verdict)
			.containsExactly("NOT_APPLICABLE", "COMPLIANT", "INSUFFICIENT_DATA");
	}

}
