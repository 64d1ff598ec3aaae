package dev.rollcall.collect.securityhub;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.securityhub.model.DescribeSecurityHubV2Response;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code securityhub-v2}. */
class SecurityhubV2Fixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("securityhub:DescribeSecurityHubV2",
				Answer.of(DescribeSecurityHubV2Response.builder()
					.hubV2Arn("arn:aws:securityhub:eu-west-1:222222222222:hubv2/one")
					.subscribedAt("2026-01-01T00:00:00.000Z")
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("securityhub:DescribeSecurityHubV2");
	}

}
