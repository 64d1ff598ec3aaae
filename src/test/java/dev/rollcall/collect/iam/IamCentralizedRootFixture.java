package dev.rollcall.collect.iam;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code iam-centralized-root}. */
class IamCentralizedRootFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("iam:ListOrganizationsFeatures",
				Answer.of(ListOrganizationsFeaturesResponse.builder().organizationId("o-a1b2c3d4e5").build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("iam:ListOrganizationsFeatures");
	}

}
