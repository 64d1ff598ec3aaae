package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code config.rule_compliance}. */
class ConfigRuleComplianceTests {

	private static final String ACCOUNT = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String RULE = "arn:aws:config:eu-west-1:111111111111:config-rule/config-rule-abc";

	@RegisterExtension
	final TestNight night = new TestNight();

	ConfigRuleComplianceTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void givesOneFindingARule() {
		this.night.read(ACCOUNT, "config-rules", REGION)
			.row("config_rule_compliance", ACCOUNT, REGION,
					Map.of("rule_name", "root-mfa", "rule_arn", RULE + "1", "compliance", "COMPLIANT"))
			.row("config_rule_compliance", ACCOUNT, REGION,
					Map.of("rule_name", "s3-public", "rule_arn", RULE + "2", "compliance", "NOT_APPLICABLE"));
		assertThat(this.night.judge("config.rule_compliance")).containsExactly(
				new Judgement(ACCOUNT, REGION, RULE + "1", "COMPLIANT", "Every resource complies with root-mfa."),
				new Judgement(ACCOUNT, REGION, RULE + "2", "NOT_APPLICABLE", "s3-public applies to no resource."));
	}

	@Test
	void countsTheResourcesThatBreakARule() {
		this.night.read(ACCOUNT, "config-rules", REGION)
			.row("config_rule_compliance", ACCOUNT, REGION, Map.of("rule_name", "s3-public", "rule_arn", RULE,
					"compliance", "NON_COMPLIANT", "non_compliant_resources", 3, "count_capped", false));
		assertThat(this.night.judge("config.rule_compliance")).containsExactly(
				new Judgement(ACCOUNT, REGION, RULE, "NON_COMPLIANT", "s3-public is broken by 3 resources."));
	}

	@Test
	void saysWhereConfigStoppedCounting() {
		this.night.read(ACCOUNT, "config-rules", REGION)
			.row("config_rule_compliance", ACCOUNT, REGION, Map.of("rule_name", "s3-public", "rule_arn", RULE,
					"compliance", "NON_COMPLIANT", "non_compliant_resources", 25, "count_capped", true));
		assertThat(this.night.judge("config.rule_compliance")).containsExactly(new Judgement(ACCOUNT, REGION, RULE,
				"NON_COMPLIANT", "s3-public is broken by more than 25 resources."));
	}

	@Test
	void judgesBrokenRuleNonCompliantWhereConfigDidNotCount() {
		this.night.read(ACCOUNT, "config-rules", REGION)
			.row("config_rule_compliance", ACCOUNT, REGION,
					Map.of("rule_name", "s3-public", "rule_arn", RULE, "compliance", "NON_COMPLIANT"));
		assertThat(this.night.judge("config.rule_compliance")).containsExactly(new Judgement(ACCOUNT, REGION, RULE,
				"NON_COMPLIANT", "s3-public is broken by an unknown number of resources."));
	}

	@Test
	void doesNotKnowRuleWithoutResult() {
		this.night.read(ACCOUNT, "config-rules", REGION)
			.row("config_rule_compliance", ACCOUNT, REGION,
					Map.of("rule_name", "s3-public", "rule_arn", RULE, "compliance", "INSUFFICIENT_DATA"));
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(new Judgement(ACCOUNT, REGION, RULE, "INSUFFICIENT_DATA", "s3-public has no result."));
	}

	@Test
	void doesNotApplyToRegionWithoutRules() {
		this.night.read(ACCOUNT, "config-rules", REGION);
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "There is no AWS Config rule."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.denied(ACCOUNT, "config-rules", REGION, "config:DescribeConfigRules");
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "config:DescribeConfigRules was denied"
					+ " (AccessDenied); the permission config:DescribeConfigRules is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.cell(ACCOUNT, "config-rules", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.cell(ACCOUNT, "config-rules", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("config.rule_compliance"))
			.containsExactly(Judgement.of(ACCOUNT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
