package dev.rollcall.collect.accessanalyzer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalysisRule;
import software.amazon.awssdk.services.accessanalyzer.model.AnalysisRuleCriteria;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerConfiguration;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.Type;
import software.amazon.awssdk.services.accessanalyzer.model.UnusedAccessConfiguration;

/** Reads the analyzers of a Region, of every type. */
@Component
class AnalyzerSource implements Source {

	static final String NAME = "access-analyzer";

	/** Access Analyzer's model names no largest page; its documentation says 100. */
	static final int PAGE = 100;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional(NAME, AccessAnalyzerClient.class)
			.operations("0.1.0", "access-analyzer:ListAnalyzers")
			.evidence(Analyzer.class)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		AccessAnalyzerClient client = cell.client(AccessAnalyzerClient.class);
		Pages.each((token) -> client.listAnalyzers((request) -> request.maxResults(PAGE).nextToken(token)),
				ListAnalyzersResponse::nextToken,
				(page) -> page.analyzers().forEach((analyzer) -> cell.emit(analyzer(analyzer))));
		return cell.notEnabledWhenEmpty();
	}

	private static Analyzer analyzer(AnalyzerSummary summary) {
		String reason = (summary.statusReason() != null) ? summary.statusReason().codeAsString() : null;
		Optional<UnusedAccessConfiguration> unused = Optional.ofNullable(summary.configuration())
			.map(AnalyzerConfiguration::unusedAccess);
		List<AnalysisRuleCriteria> exclusions = unused.map(UnusedAccessConfiguration::analysisRule)
			.map(AnalysisRule::exclusions)
			.orElse(List.of());
		return new Analyzer(summary.arn(), summary.name(),
				Vocabulary.required("access-analyzer:ListAnalyzers: type", Type.class, summary.typeAsString()),
				Vocabulary.required("access-analyzer:ListAnalyzers: status", AnalyzerStatus.class,
						summary.statusAsString()),
				reason, summary.createdAt(), summary.lastResourceAnalyzedAt(),
				unused.map(UnusedAccessConfiguration::unusedAccessAge).map(Integer::longValue).orElse(null),
				exclusions.stream()
					.flatMap((exclusion) -> exclusion.accountIds().stream())
					.distinct()
					.sorted()
					.toList(),
				exclusions.stream()
					.flatMap((exclusion) -> exclusion.resourceTags().stream())
					.map(AnalyzerSource::tags)
					.distinct()
					.sorted()
					.toList());
	}

	/** Tags that a role or user has all of. */
	private static String tags(Map<String, String> tags) {
		return tags.entrySet()
			.stream()
			.map((tag) -> tag.getKey() + "=" + tag.getValue())
			.sorted()
			.collect(Collectors.joining(" and "));
	}

}
