package dev.rollcall.collect.accessanalyzer;

import java.util.List;

import dev.rollcall.collect.Cells;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummaryV2;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsV2Response;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code access-analyzer-unused}. */
class UnusedAccessFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("access-analyzer:ListFindingsV2", ListFindingsV2Response::builder, "findings",
				UnusedAccessFixture::finding));
	}

	private static Object finding(int n) {
		return FindingSummaryV2.builder()
			.id("finding-" + n)
			.resourceOwnerAccount(Cells.MEMBER)
			.findingType("UnusedIAMRole")
			.status("ACTIVE")
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("access-analyzer:ListAnalyzers");
	}

}
