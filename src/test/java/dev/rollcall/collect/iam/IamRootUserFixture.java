package dev.rollcall.collect.iam;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code iam-root-user}. */
class IamRootUserFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("iam:GetAccountSummary", Answer
			.of(GetAccountSummaryResponse.builder().summaryMapWithStrings(Map.of("AccountMFAEnabled", 1)).build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
