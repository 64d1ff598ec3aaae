package dev.rollcall.collect.config;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigRuleEvaluationStatus;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusResponse;

/** Reads when the rules of a Region were last evaluated, and whether that failed. */
@Component
class ConfigRuleStatusSource implements Source {

	/** The largest page that Config allows. */
	private static final int PAGE = 50;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("config-rule-status", ConfigClient.class)
			.operations("0.3.0", "config:DescribeConfigRuleEvaluationStatus")
			.evidence(ConfigRuleStatus.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		ConfigClient client = cell.client(ConfigClient.class);
		Pages.each(
				(token) -> client.describeConfigRuleEvaluationStatus((request) -> request.limit(PAGE).nextToken(token)),
				DescribeConfigRuleEvaluationStatusResponse::nextToken,
				(page) -> page.configRulesEvaluationStatus().forEach((rule) -> cell.emit(status(rule))));
		return Answer.READ;
	}

	private static ConfigRuleStatus status(ConfigRuleEvaluationStatus rule) {
		return new ConfigRuleStatus(rule.configRuleName(), rule.configRuleArn(), rule.lastSuccessfulInvocationTime(),
				rule.lastFailedInvocationTime(), rule.lastSuccessfulEvaluationTime(), rule.lastFailedEvaluationTime(),
				rule.firstActivatedTime(), rule.lastErrorCode(), rule.lastErrorMessage(),
				rule.firstEvaluationStarted());
	}

}
