package dev.rollcall.collect.config;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code config-rules}. */
class ConfigRulesFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(
				new PagedOperation("config:DescribeConfigRules", DescribeConfigRulesResponse::builder, "ConfigRules",
						ConfigRulesFixture::rule),
				new PagedOperation("config:DescribeComplianceByConfigRule",
						DescribeComplianceByConfigRuleResponse::builder, "ComplianceByConfigRules",
						ConfigRulesFixture::compliance));
	}

	private static Object rule(int n) {
		return ConfigRule.builder()
			.configRuleName("rule-" + n)
			.configRuleArn("arn:rule/" + n)
			.maximumExecutionFrequency("TwentyFour_Hours")
			.source((source) -> source.sourceDetails(
					(detail) -> detail.messageType("ScheduledNotification").maximumExecutionFrequency("Six_Hours")))
			.build();
	}

	private static Object compliance(int n) {
		return ComplianceByConfigRule.builder()
			.configRuleName("rule-" + n)
			.compliance((compliance) -> compliance.complianceType("NON_COMPLIANT"))
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("config:DescribeComplianceByConfigRule");
	}

}
