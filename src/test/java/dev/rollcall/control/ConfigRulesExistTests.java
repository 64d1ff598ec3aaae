package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.rules_exist}. */
class ConfigRulesExistTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigRulesExistTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void countsRulesOfAllRegions() {
		this.night.read(ACCOUNT, "config-rules", REGION, "us-east-1", "us-west-2");
		rule(REGION, "a", "ACTIVE");
		rule(REGION, "b", "ACTIVE");
		rule("us-east-1", "a", "EVALUATING");
		assertThat(this.night.judge("config.rules_exist"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "AWS Config rules: 3, in Regions: 2."));
	}

	@Test
	void judgesAccountWithoutRulesNonCompliant() {
		this.night.read(ACCOUNT, "config-rules", REGION, "us-east-1");
		rule(REGION, "a", "DELETING");
		this.night.row("config_rule_compliance", "222222222222", REGION, Map.of("rule_name", "a", "rule_arn", "a"));
		assertThat(this.night.judge("config.rules_exist"))
			.containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "No Region has an AWS Config rule."));
	}

	@Test
	void countsNoRulesThatJudgeWhatIsToBeDeployed() {
		this.night.read(ACCOUNT, "config-rules", REGION, "us-east-1")
			.row("config_rule_compliance", ACCOUNT, REGION,
					Map.of("rule_name", "a", "rule_arn", "a", "evaluation_modes", List.of("PROACTIVE")));
		assertThat(this.night.judge("config.rules_exist")).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The AWS Config rules judge resources before they are deployed only."));
		this.night.row("config_rule_compliance", ACCOUNT, "us-east-1",
				Map.of("rule_name", "b", "rule_arn", "b", "evaluation_modes", List.of("DETECTIVE", "PROACTIVE")));
		assertThat(this.night.judge("config.rules_exist"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "AWS Config rules: 1, in Regions: 1."));
	}

	@Test
	void doesNotKnowWhatARegionHasThatCouldNotBeRead() {
		this.night.read(ACCOUNT, "config-rules", REGION)
			.cell(ACCOUNT, "config-rules", "af-south-1", CellStatus.EXCLUDED)
			.denied(ACCOUNT, "config-rules", "us-east-1", "config:DescribeConfigRules");
		assertThat(this.night.judge("config.rules_exist")).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"Whether us-east-1 has AWS Config rules could not be read: config:DescribeConfigRules was denied"
						+ " (AccessDenied); the permission config:DescribeConfigRules is missing."));
	}

	@Test
	void knowsRulesAlthoughARegionCouldNotBeRead() {
		this.night.read(ACCOUNT, "config-rules", REGION)
			.denied(ACCOUNT, "config-rules", "us-east-1", "config:DescribeConfigRules");
		this.night.row("config_rule_compliance", ACCOUNT, REGION, Map.of("rule_name", "a", "rule_arn", "a"));
		assertThat(this.night.judge("config.rules_exist"))
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "AWS Config rules: 1, in Regions: 1."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.read(ACCOUNT, "config-rules", "us-east-1")
			.cell(ACCOUNT, "config-rules", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.rules_exist"))
			.containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-rules", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.rules_exist"))
			.containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void judgesByTheRegionsThatTheAccountHas() {
		this.night.read(ACCOUNT, "config-rules", REGION)
			.cell(ACCOUNT, "config-rules", "us-east-1", CellStatus.REGION_DISABLED);
		assertThat(this.night.judge("config.rules_exist"))
			.containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT", "No Region has an AWS Config rule."));
	}

	private void rule(String region, String name, String state) {
		this.night.row("config_rule_compliance", ACCOUNT, region,
				Map.of("rule_name", name, "rule_arn", name, "state", state));
	}

}
