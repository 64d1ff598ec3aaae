package dev.rollcall.collect.ec2;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code ec2-ebs-encryption}. */
class Ec2EbsEncryptionFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("ec2:GetEbsEncryptionByDefault",
				Answer.of(GetEbsEncryptionByDefaultResponse.builder().ebsEncryptionByDefault(true).build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
