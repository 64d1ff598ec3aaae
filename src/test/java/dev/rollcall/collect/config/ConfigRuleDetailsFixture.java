package dev.rollcall.collect.config;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.config.model.EvaluationResult;
import software.amazon.awssdk.services.config.model.GetComplianceDetailsByConfigRuleResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code config-rule-details}. */
class ConfigRuleDetailsFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("config:GetComplianceDetailsByConfigRule",
				GetComplianceDetailsByConfigRuleResponse::builder, "EvaluationResults",
				ConfigRuleDetailsFixture::resource));
	}

	private static Object resource(int n) {
		return EvaluationResult.builder()
			.complianceType("NON_COMPLIANT")
			.evaluationResultIdentifier((identifier) -> identifier
				.evaluationResultQualifier((of) -> of.resourceType("AWS::EC2::Volume").resourceId("vol-" + n)))
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("config:DescribeComplianceByConfigRule");
	}

}
