package dev.rollcall.collect.guardduty;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code guardduty}. */
class GuarddutyFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("guardduty:ListDetectors", ListDetectorsResponse::builder, "detectorIds",
				(n) -> "detector-" + n));
	}

	@Override
	public Map<String, Answer> answers() {
		return Map.of("guardduty:GetDetector", Answer.of(GetDetectorResponse.builder().status("ENABLED").build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return truth.get("guardduty").asString().equals("none") ? MotoAnswer.empty() : MotoAnswer.served();
	}

}
