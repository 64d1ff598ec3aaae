package dev.rollcall.collect.securityhub;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.securityhub.model.DescribeHubResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code securityhub}. */
class SecurityhubFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("securityhub:DescribeHub", Answer
			.of(DescribeHubResponse.builder().hubArn("arn:hub").subscribedAt("2026-01-01T00:00:00.000Z").build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return isOn(truth) ? MotoAnswer.served() : MotoAnswer.empty();
	}

	static boolean isOn(JsonNode truth) {
		return truth.get("securityhub").asBoolean();
	}

}
