package dev.rollcall.collect.ec2;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code ec2-metadata-defaults}. */
class Ec2MetadataDefaultsFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("ec2:GetInstanceMetadataDefaults",
				Answer.of(GetInstanceMetadataDefaultsResponse.builder()
					.accountLevel((account) -> account.httpTokens("required").managedBy("account"))
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("ec2:GetInstanceMetadataDefaults");
	}

}
