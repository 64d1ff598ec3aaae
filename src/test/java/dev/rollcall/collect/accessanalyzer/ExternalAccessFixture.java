package dev.rollcall.collect.accessanalyzer;

import java.util.List;

import dev.rollcall.collect.Cells;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code access-analyzer-findings}. */
class ExternalAccessFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("access-analyzer:ListFindings", ListFindingsResponse::builder, "findings",
				ExternalAccessFixture::finding));
	}

	private static Object finding(int n) {
		return FindingSummary.builder()
			.id("finding-" + n)
			.resourceType("AWS::S3::Bucket")
			.resourceOwnerAccount(Cells.MEMBER)
			.status("ACTIVE")
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("access-analyzer:ListAnalyzers");
	}

}
