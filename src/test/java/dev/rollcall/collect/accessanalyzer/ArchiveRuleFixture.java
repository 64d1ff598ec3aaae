package dev.rollcall.collect.accessanalyzer;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.accessanalyzer.model.ArchiveRuleSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListArchiveRulesResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code access-analyzer-archive-rules}. */
class ArchiveRuleFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("access-analyzer:ListArchiveRules", ListArchiveRulesResponse::builder,
				"archiveRules", ArchiveRuleFixture::rule));
	}

	private static Object rule(int n) {
		return ArchiveRuleSummary.builder().ruleName("rule-" + n).filter(Map.of()).build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("access-analyzer:ListAnalyzers");
	}

}
