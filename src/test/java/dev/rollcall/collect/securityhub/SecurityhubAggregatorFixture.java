package dev.rollcall.collect.securityhub;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.securityhub.model.FindingAggregator;
import software.amazon.awssdk.services.securityhub.model.GetFindingAggregatorRequest;
import software.amazon.awssdk.services.securityhub.model.GetFindingAggregatorResponse;
import software.amazon.awssdk.services.securityhub.model.ListFindingAggregatorsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code securityhub-aggregator}. */
class SecurityhubAggregatorFixture implements SourceFixture {

	private static final String ARN = "arn:aws:securityhub:eu-west-1:" + Cells.MEMBER + ":finding-aggregator/";

	@Override
	public Map<String, Answer> answers() {
		return Map.of("securityhub:GetFindingAggregator", (call) -> described(call));
	}

	private static GetFindingAggregatorResponse described(Call call) {
		return GetFindingAggregatorResponse.builder()
			.findingAggregatorArn(call.request(GetFindingAggregatorRequest.class).findingAggregatorArn())
			.findingAggregationRegion("eu-west-1")
			.regionLinkingMode("SPECIFIED_REGIONS")
			.regions("us-east-1")
			.build();
	}

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("securityhub:ListFindingAggregators", ListFindingAggregatorsResponse::builder,
				"FindingAggregators", (n) -> FindingAggregator.builder().findingAggregatorArn(ARN + n).build()));
	}

	/** Said in moto's place, as who administers is. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
