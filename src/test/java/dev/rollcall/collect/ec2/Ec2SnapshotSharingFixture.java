package dev.rollcall.collect.ec2;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code ec2-snapshot-sharing}. */
class Ec2SnapshotSharingFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("ec2:GetSnapshotBlockPublicAccessState",
				Answer.of(GetSnapshotBlockPublicAccessStateResponse.builder()
					.state("block-all-sharing")
					.managedBy("account")
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("ec2:GetSnapshotBlockPublicAccessState");
	}

}
