package dev.rollcall.collect.iam;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code iam-credential-report}. */
class IamCredentialReportFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("iam:GenerateCredentialReport",
				Answer.of(GenerateCredentialReportResponse.builder().state("COMPLETE").build()),
				"iam:GetCredentialReport",
				Answer.of(GetCredentialReportResponse.builder()
					.content(SdkBytes.fromUtf8String("user,arn,mfa_active\n<root_account>,arn:aws:iam::1:root,true\n"))
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("iam:GetCredentialReport");
	}

}
