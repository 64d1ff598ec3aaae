package dev.rollcall.collect.accessanalyzer;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.Type;

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
		return new Analyzer(summary.arn(), summary.name(),
				Vocabulary.required("access-analyzer:ListAnalyzers: type", Type.class, summary.typeAsString()),
				Vocabulary.required("access-analyzer:ListAnalyzers: status", AnalyzerStatus.class,
						summary.statusAsString()),
				reason, summary.createdAt(), summary.lastResourceAnalyzedAt());
	}

}
