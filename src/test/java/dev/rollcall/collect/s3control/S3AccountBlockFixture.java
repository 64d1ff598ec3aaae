package dev.rollcall.collect.s3control;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code s3-account-block}. */
class S3AccountBlockFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("s3control:GetPublicAccessBlock",
				Answer.of(GetPublicAccessBlockResponse.builder()
					.publicAccessBlockConfiguration((block) -> block.blockPublicAcls(true)
						.ignorePublicAcls(true)
						.blockPublicPolicy(true)
						.restrictPublicBuckets(true))
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return truth.get("s3_account_block").isNull() ? MotoAnswer.empty() : MotoAnswer.served();
	}

}
