package dev.rollcall.collect.accessanalyzer;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code access-analyzer}. */
class AnalyzerFixture implements SourceFixture {

	private static final List<String> TYPES = List.of("ACCOUNT", "ACCOUNT_UNUSED_ACCESS");

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("access-analyzer:ListAnalyzers", ListAnalyzersResponse::builder, "analyzers",
				AnalyzerFixture::analyzer, TYPES.size()));
	}

	private static Object analyzer(int n) {
		return AnalyzerSummary.builder()
			.arn("arn:analyzer/" + n)
			.name("analyzer-" + n)
			.type(TYPES.get(n % TYPES.size()))
			.status("ACTIVE")
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("access-analyzer:ListAnalyzers");
	}

}
