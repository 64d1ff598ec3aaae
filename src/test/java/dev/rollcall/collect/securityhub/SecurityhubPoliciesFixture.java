package dev.rollcall.collect.securityhub;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.securityhub.model.ConfigurationPolicyAssociationSummary;
import software.amazon.awssdk.services.securityhub.model.ConfigurationPolicySummary;
import software.amazon.awssdk.services.securityhub.model.GetConfigurationPolicyRequest;
import software.amazon.awssdk.services.securityhub.model.GetConfigurationPolicyResponse;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPoliciesResponse;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPolicyAssociationsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code securityhub-policies}. */
class SecurityhubPoliciesFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("securityhub:GetConfigurationPolicy", (call) -> policy(call));
	}

	private static GetConfigurationPolicyResponse policy(Call call) {
		String id = call.request(GetConfigurationPolicyRequest.class).identifier();
		return GetConfigurationPolicyResponse.builder()
			.id(id)
			.arn("arn:policy/" + id)
			.name("policy " + id)
			.configurationPolicy((policy) -> policy.securityHub((hub) -> hub.serviceEnabled(true)))
			.build();
	}

	@Override
	public List<PagedOperation> pages() {
		return List.of(
				new PagedOperation("securityhub:ListConfigurationPolicies", ListConfigurationPoliciesResponse::builder,
						"ConfigurationPolicySummaries",
						(n) -> ConfigurationPolicySummary.builder().id("policy-" + n).build()),
				new PagedOperation("securityhub:ListConfigurationPolicyAssociations",
						ListConfigurationPolicyAssociationsResponse::builder, "ConfigurationPolicyAssociationSummaries",
						SecurityhubPoliciesFixture::association));
	}

	/** None that proves anything, so that accounts are asked. */
	private static Object association(int n) {
		return ConfigurationPolicyAssociationSummary.builder()
			.targetId("%012d".formatted(n))
			.targetType("ACCOUNT")
			.configurationPolicyId("policy-0")
			.associationType("APPLIED")
			.associationStatus("PENDING")
			.build();
	}

	/** moto knows that policies decide, and none of them. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		boolean central = truth.has("securityhub_type") && truth.get("securityhub_type").asString().equals("CENTRAL");
		return central ? MotoAnswer.refused("securityhub:ListConfigurationPolicies") : MotoAnswer.empty();
	}

}
