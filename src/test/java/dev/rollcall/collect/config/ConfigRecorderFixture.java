package dev.rollcall.collect.config;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code config-recorder}. */
class ConfigRecorderFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("config:DescribeConfigurationRecorders", Answer.of(DescribeConfigurationRecordersResponse
			.builder()
			.configurationRecorders((recorder) -> recorder.name("default")
				.recordingMode((mode) -> mode.recordingModeOverrides((override) -> override.recordingFrequency("DAILY")
					.resourceTypesWithStrings("AWS::EC2::Volume"))))
			.build()), "config:DescribeConfigurationRecorderStatus",
				Answer.of(DescribeConfigurationRecorderStatusResponse.builder()
					.configurationRecordersStatus((status) -> status.name("default"))
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return truth.get("config_recorder").asString().equals("none") ? MotoAnswer.empty() : MotoAnswer.served();
	}

}
