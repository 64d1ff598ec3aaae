package dev.rollcall.collect.iam;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code iam-password-policy}. */
class IamPasswordPolicyFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("iam:GetAccountPasswordPolicy",
				Answer.of(GetAccountPasswordPolicyResponse.builder()
					.passwordPolicy(
							(policy) -> policy.minimumPasswordLength(14).expirePasswords(true).maxPasswordAge(90))
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return truth.get("password_policy").isNull() ? MotoAnswer.empty() : MotoAnswer.served();
	}

}
