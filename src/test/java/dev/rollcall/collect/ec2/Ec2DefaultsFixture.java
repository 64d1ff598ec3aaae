package dev.rollcall.collect.ec2;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsResponse;
import software.amazon.awssdk.services.ec2.model.GetAllowedImagesSettingsResponse;
import software.amazon.awssdk.services.ec2.model.GetSerialConsoleAccessStatusResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code ec2-defaults}. */
class Ec2DefaultsFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("ec2:GetSerialConsoleAccessStatus",
				Answer.of(GetSerialConsoleAccessStatusResponse.builder()
					.serialConsoleAccessEnabled(false)
					.managedBy("account")
					.build()),
				"ec2:DescribeVpcBlockPublicAccessOptions",
				Answer.of(DescribeVpcBlockPublicAccessOptionsResponse.builder()
					.vpcBlockPublicAccessOptions((options) -> options.internetGatewayBlockMode("off")
						.exclusionsAllowed("allowed")
						.managedBy("account"))
					.build()),
				"ec2:GetAllowedImagesSettings",
				Answer.of(GetAllowedImagesSettingsResponse.builder().state("disabled").managedBy("account").build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("ec2:GetSerialConsoleAccessStatus");
	}

}
