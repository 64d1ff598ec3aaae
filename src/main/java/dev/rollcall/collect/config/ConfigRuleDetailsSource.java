package dev.rollcall.collect.config;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ComplianceType;
import software.amazon.awssdk.services.config.model.EvaluationResult;
import software.amazon.awssdk.services.config.model.GetComplianceDetailsByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.NoSuchConfigRuleException;

/** Reads which resources break the rules that are broken. */
@Component
class ConfigRuleDetailsSource implements Source {

	/** The largest page that Config allows; its default is 10. */
	private static final int PAGE = 100;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("config-rule-details", ConfigClient.class)
			.operations("0.1.0", "config:GetComplianceDetailsByConfigRule")
			.evidence(ConfigResourceCompliance.class)
			.dependsOn(ConfigRulesSource.NAME)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		ConfigClient client = cell.client(ConfigClient.class);
		cell.evidence(ConfigRuleCompliance.class)
			.stream()
			.filter(ConfigRuleCompliance::isBroken)
			.forEach((rule) -> collect(cell, client, rule.ruleName()));
		return Answer.READ;
	}

	/** A rule deleted since it was listed has no resources to show. */
	private static void collect(CellScope cell, ConfigClient client, String rule) {
		try {
			Pages.each(
					(token) -> client.getComplianceDetailsByConfigRule((request) -> request.configRuleName(rule)
						.complianceTypes(ComplianceType.NON_COMPLIANT)
						.limit(PAGE)
						.nextToken(token)),
					GetComplianceDetailsByConfigRuleResponse::nextToken,
					(page) -> page.evaluationResults().forEach((result) -> cell.emit(resource(rule, result))));
		}
		catch (NoSuchConfigRuleException ex) {
			return;
		}
	}

	private static ConfigResourceCompliance resource(String rule, EvaluationResult result) {
		var identifier = result.evaluationResultIdentifier();
		var qualifier = (identifier != null) ? identifier.evaluationResultQualifier() : null;
		return new ConfigResourceCompliance(rule, (qualifier != null) ? qualifier.resourceType() : null,
				(qualifier != null) ? qualifier.resourceId() : null, result.complianceTypeAsString(),
				result.annotation(), result.resultRecordedTime());
	}

}
