package dev.rollcall.collect.accessanalyzer;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;
import software.amazon.awssdk.services.accessanalyzer.model.FindingStatus;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ResourceControlPolicyRestriction;

/**
 * Reads the active findings of each analyzer of external access. Version 1 of the
 * operation: its summaries carry the principal, for which version 2 takes a call each.
 */
@Component
class ExternalAccessSource implements Source {

	private static final Map<String, Criterion> ACTIVE = Map.of("status", Criterion.builder().eq("ACTIVE").build());

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("access-analyzer-findings", AccessAnalyzerClient.class)
			.operations("0.1.0", "access-analyzer:ListFindings")
			.evidence(ExternalAccess.class)
			.dependsOn(AnalyzerSource.NAME)
			.whenEmpty("READ; NOT_ENABLED where there is no analyzer of external access")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		List<Analyzer> analyzers = cell.evidence(Analyzer.class).stream().filter(Analyzer::seesExternalAccess).toList();
		AccessAnalyzerClient client = cell.client(AccessAnalyzerClient.class);
		for (Analyzer analyzer : analyzers) {
			Pages.each(
					(token) -> client.listFindings((request) -> request.analyzerArn(analyzer.arn())
						.filter(ACTIVE)
						.maxResults(AnalyzerSource.PAGE)
						.nextToken(token)),
					ListFindingsResponse::nextToken,
					(page) -> page.findings().forEach((finding) -> cell.emit(access(analyzer, finding, cell.night()))));
		}
		return analyzers.isEmpty() ? Answer.NOT_ENABLED : Answer.READ;
	}

	private static ExternalAccess access(Analyzer analyzer, FindingSummary finding, NightScope night) {
		Principals principals = new Principals(finding.principal());
		return new ExternalAccess(finding.id(), analyzer.arn(), finding.resource(), finding.resourceTypeAsString(),
				finding.resourceOwnerAccount(), principals.text(), principals.account(),
				principals.exposure(finding.isPublic(), night), finding.action(), finding.condition(),
				finding.sources().stream().map((source) -> source.typeAsString()).toList(),
				Vocabulary.known("access-analyzer:ListFindings: resourceControlPolicyRestriction",
						ResourceControlPolicyRestriction.class, finding.resourceControlPolicyRestrictionAsString()),
				finding.error(), Vocabulary.required("access-analyzer:ListFindings: status", FindingStatus.class,
						finding.statusAsString()),
				finding.createdAt(), finding.updatedAt());
	}

}
