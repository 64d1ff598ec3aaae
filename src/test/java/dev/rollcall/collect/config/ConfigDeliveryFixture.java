package dev.rollcall.collect.config;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code config-delivery}. */
class ConfigDeliveryFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("config:DescribeDeliveryChannels",
				Answer.of(DescribeDeliveryChannelsResponse.builder()
					.deliveryChannels((channel) -> channel.name("default"))
					.build()),
				"config:DescribeDeliveryChannelStatus",
				Answer.of(DescribeDeliveryChannelStatusResponse.builder()
					.deliveryChannelsStatus((status) -> status.name("default")
						.configHistoryDeliveryInfo((info) -> info.lastStatus("FAILURE"))
						.configSnapshotDeliveryInfo((info) -> info.lastStatus("FAILURE"))
						.configStreamDeliveryInfo((info) -> info.lastStatus("FAILURE")))
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return truth.get("config_recorder").asString().equals("none") ? MotoAnswer.empty()
				: MotoAnswer.refused("config:DescribeDeliveryChannelStatus");
	}

}
