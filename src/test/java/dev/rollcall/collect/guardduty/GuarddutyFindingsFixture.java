package dev.rollcall.collect.guardduty;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.guardduty.model.AccountStatistics;
import software.amazon.awssdk.services.guardduty.model.Finding;
import software.amazon.awssdk.services.guardduty.model.FindingStatistics;
import software.amazon.awssdk.services.guardduty.model.FindingTypeStatistics;
import software.amazon.awssdk.services.guardduty.model.GetFindingsRequest;
import software.amazon.awssdk.services.guardduty.model.GetFindingsResponse;
import software.amazon.awssdk.services.guardduty.model.GetFindingsStatisticsResponse;
import software.amazon.awssdk.services.guardduty.model.ListFindingsResponse;
import software.amazon.awssdk.services.guardduty.model.SeverityStatistics;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code guardduty-findings}, and of the operations that it shares. */
class GuarddutyFindingsFixture implements SourceFixture {

	private static final String TYPE = "CryptoCurrency:EC2/BitcoinTool.B!DNS";

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("guardduty:ListFindings", ListFindingsResponse::builder, "findingIds",
				(n) -> "finding-" + n));
	}

	/** One finding of high severity, however it is grouped. */
	@Override
	public Map<String, Answer> answers() {
		return Map.of("guardduty:GetFindingsStatistics",
				Answer.of(GetFindingsStatisticsResponse.builder().findingStatistics(one()).build()),
				"guardduty:GetFindings", (call) -> described(((GetFindingsRequest) call.request()).findingIds()));
	}

	private static FindingStatistics one() {
		return FindingStatistics.builder()
			.groupedBySeverity(SeverityStatistics.builder().severity(8.0).totalFindings(1).build())
			.groupedByAccount(AccountStatistics.builder().accountId(Cells.MEMBER).totalFindings(1).build())
			.groupedByFindingType(FindingTypeStatistics.builder().findingType(TYPE).totalFindings(1).build())
			.build();
	}

	private static GetFindingsResponse described(List<String> ids) {
		return GetFindingsResponse.builder()
			.findings(ids.stream().map(GuarddutyFindingsFixture::finding).toList())
			.build();
	}

	private static Finding finding(String id) {
		return Finding.builder()
			.id(id)
			.accountId(Cells.MEMBER)
			.type(TYPE)
			.severity(8.0)
			.createdAt("2026-01-01T00:00:00.000Z")
			.updatedAt("2026-01-02T00:00:00.000Z")
			.service((service) -> service.archived(false)
				.additionalInfo((info) -> info.type("default").value("{\"sample\": true}")))
			.build();
	}

	/** moto knows detectors, and nothing that they find. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return truth.get("guardduty").asString().equals("none") ? MotoAnswer.empty()
				: MotoAnswer.refused("guardduty:GetFindingsStatistics");
	}

}
