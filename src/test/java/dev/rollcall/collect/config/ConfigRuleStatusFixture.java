package dev.rollcall.collect.config;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.config.model.ConfigRuleEvaluationStatus;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code config-rule-status}. */
class ConfigRuleStatusFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("config:DescribeConfigRuleEvaluationStatus",
				DescribeConfigRuleEvaluationStatusResponse::builder, "ConfigRulesEvaluationStatus",
				(n) -> ConfigRuleEvaluationStatus.builder().configRuleName("rule-" + n).build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("config:DescribeConfigRuleEvaluationStatus");
	}

}
