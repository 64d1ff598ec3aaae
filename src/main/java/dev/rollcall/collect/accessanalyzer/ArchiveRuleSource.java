package dev.rollcall.collect.accessanalyzer;

import java.util.List;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.ListArchiveRulesResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ResourceNotFoundException;

/**
 * Reads by which rules analyzers of external and of unused access archive what they find.
 */
@Component
class ArchiveRuleSource implements Source {

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("access-analyzer-archive-rules", AccessAnalyzerClient.class)
			.operations("0.3.0", "access-analyzer:ListArchiveRules")
			.evidence(ArchiveRule.class)
			.dependsOn(AnalyzerSource.NAME)
			.whenEmpty("READ; NOT_ENABLED where there is no analyzer of external or unused access")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		List<Analyzer> analyzers = cell.evidence(Analyzer.class)
			.stream()
			.filter((analyzer) -> analyzer.seesExternalAccess() || analyzer.seesUnusedAccess())
			.toList();
		AccessAnalyzerClient client = cell.client(AccessAnalyzerClient.class);
		for (Analyzer analyzer : analyzers) {
			try {
				collect(cell, client, analyzer);
			}
			catch (ResourceNotFoundException ex) {
				// Deleted since it was listed: it archives nothing any longer.
			}
		}
		return analyzers.isEmpty() ? Answer.NOT_ENABLED : Answer.READ;
	}

	private static void collect(CellScope cell, AccessAnalyzerClient client, Analyzer analyzer) {
		Pages.each((token) -> client.listArchiveRules(
				(request) -> request.analyzerName(analyzer.name()).maxResults(AnalyzerSource.PAGE).nextToken(token)),
				ListArchiveRulesResponse::nextToken,
				(page) -> page.archiveRules().forEach((rule) -> cell.emit(ArchiveRule.of(analyzer, rule))));
	}

}
