package dev.rollcall.collect.accessanalyzer;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;
import software.amazon.awssdk.services.accessanalyzer.model.FindingStatus;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummaryV2;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsV2Response;
import software.amazon.awssdk.services.accessanalyzer.model.ResourceNotFoundException;

/**
 * Counts the findings of each analyzer of unused access, those that are archived beside
 * the active ones. An organization's analyzer stands in the account that owns it alone,
 * and is asked there for all accounts. GetFindingsStatistics would take one call, and
 * names ten accounts, as they were when it last counted.
 */
@Component
class UnusedAccessSource implements Source {

	private static final Map<String, Criterion> UNRESOLVED = Map.of("status",
			Criterion.builder().eq("ACTIVE", "ARCHIVED").build());

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("access-analyzer-unused", AccessAnalyzerClient.class)
			.operations("0.3.0", "access-analyzer:ListFindingsV2")
			.evidence(UnusedAccess.class, UnusedAccessAnalyzer.class)
			.dependsOn(AnalyzerSource.NAME)
			.whenEmpty("NOT_ENABLED where there is no analyzer of unused access")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		AccessAnalyzerClient client = cell.client(AccessAnalyzerClient.class);
		for (Analyzer analyzer : cell.evidence(Analyzer.class).stream().filter(Analyzer::seesUnusedAccess).toList()) {
			try {
				counted(cell, client, analyzer).forEach(cell::emit);
			}
			catch (ResourceNotFoundException ex) {
				// Deleted since it was listed: it sees nothing any longer.
			}
		}
		return cell.notEnabledWhenEmpty();
	}

	private static List<Record> counted(CellScope cell, AccessAnalyzerClient client, Analyzer analyzer) {
		UnusedAccessCounts counts = new UnusedAccessCounts(analyzer);
		Pages.each((token) -> client.listFindingsV2((request) -> request.analyzerArn(analyzer.arn())
			.filter(UNRESOLVED)
			.maxResults(AnalyzerSource.PAGE)
			.nextToken(token)), ListFindingsV2Response::nextToken, (page) -> {
				page.findings().forEach((finding) -> counts.add(finding, status(finding)));
				cell.holds(counts.size());
			});
		return counts.rows();
	}

	private static FindingStatus status(FindingSummaryV2 finding) {
		return FindingStatus.fromValue(Vocabulary.required("access-analyzer:ListFindingsV2: status",
				FindingStatus.class, finding.statusAsString()));
	}

}
