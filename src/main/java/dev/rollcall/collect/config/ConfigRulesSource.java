package dev.rollcall.collect.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.Compliance;
import software.amazon.awssdk.services.config.model.ComplianceContributorCount;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.EvaluationModeConfiguration;
import software.amazon.awssdk.services.config.model.NoSuchConfigRuleException;

/** Reads the rules of a Region and the compliance of each. */
@Component
class ConfigRulesSource implements Source {

	static final String NAME = "config-rules";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional(NAME, ConfigClient.class)
			.operations("0.1.0", "config:DescribeConfigRules", "config:DescribeComplianceByConfigRule")
			.evidence(ConfigRuleCompliance.class)
			.whenEmpty("READ")
			.build();
	}

	/** Rules deleted while they are listed are not there: the list is read once more. */
	@Override
	public Answer collect(CellScope cell) {
		ConfigClient client = cell.client(ConfigClient.class);
		try {
			return collect(cell, client);
		}
		catch (NoSuchConfigRuleException ex) {
			return collect(cell, client);
		}
	}

	private static Answer collect(CellScope cell, ConfigClient client) {
		Map<String, Compliance> compliance = new HashMap<>();
		Pages.each((token) -> client.describeComplianceByConfigRule((request) -> request.nextToken(token)),
				DescribeComplianceByConfigRuleResponse::nextToken, (page) -> {
					page.complianceByConfigRules()
						.forEach((rule) -> compliance.put(rule.configRuleName(), rule.compliance()));
					cell.holds(compliance.size());
				});
		Map<String, ConfigRule> rules = new LinkedHashMap<>();
		Pages.each((token) -> client.describeConfigRules((request) -> request.nextToken(token)),
				DescribeConfigRulesResponse::nextToken, (page) -> {
					page.configRules().forEach((rule) -> rules.put(rule.configRuleName(), rule));
					cell.holds(rules.size());
				});
		rules.values().forEach((rule) -> cell.emit(rule(rule, compliance.get(rule.configRuleName()))));
		return Answer.READ;
	}

	private static ConfigRuleCompliance rule(ConfigRule rule, @Nullable Compliance compliance) {
		var source = rule.source();
		RuleTriggers triggers = new RuleTriggers(rule);
		ComplianceContributorCount count = (compliance != null) ? compliance.complianceContributorCount() : null;
		return new ConfigRuleCompliance(rule.configRuleName(), rule.configRuleArn(),
				(source != null) ? source.sourceIdentifier() : null, (source != null) ? source.ownerAsString() : null,
				rule.configRuleStateAsString(), (compliance != null) ? compliance.complianceTypeAsString() : null,
				(count != null && count.cappedCount() != null) ? count.cappedCount().longValue() : null,
				(count != null) ? count.capExceeded() : null, triggers.changes(), triggers.periodHours(),
				triggers.resourceTypes(), rule.createdBy(),
				rule.evaluationModes().stream().map(EvaluationModeConfiguration::modeAsString).toList());
	}

}
