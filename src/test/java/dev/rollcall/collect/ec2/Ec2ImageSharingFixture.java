package dev.rollcall.collect.ec2;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code ec2-image-sharing}. */
class Ec2ImageSharingFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("ec2:GetImageBlockPublicAccessState",
				Answer.of(GetImageBlockPublicAccessStateResponse.builder()
					.imageBlockPublicAccessState("block-new-sharing")
					.managedBy("account")
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("ec2:GetImageBlockPublicAccessState");
	}

}
