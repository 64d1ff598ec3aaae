package dev.rollcall.collect.cloudtrail;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code cloudtrail-key}. */
class TrailKeyFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("kms:DescribeKey",
				Answer.of(DescribeKeyResponse.builder()
					.keyMetadata((key) -> key.arn("arn:aws:kms:eu-west-1:222222222222:key/k")
						.keyState("Enabled")
						.keyManager("CUSTOMER")
						.origin("AWS_KMS")
						.keySpec("SYMMETRIC_DEFAULT"))
					.build()),
				"kms:GetKeyRotationStatus",
				Answer.of(GetKeyRotationStatusResponse.builder().keyRotationEnabled(true).build()));
	}

	/** No trail of moto's organization names one. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
