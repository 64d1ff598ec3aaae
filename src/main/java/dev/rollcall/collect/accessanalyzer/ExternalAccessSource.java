package dev.rollcall.collect.accessanalyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import software.amazon.awssdk.services.accessanalyzer.model.ResourceNotFoundException;

/**
 * Reads the findings of each analyzer of external access, those that are archived beside
 * the active ones. Version 1 of the operation: its summaries carry the principal, for
 * which version 2 takes a call each.
 */
@Component
class ExternalAccessSource implements Source {

	private static final Map<String, Criterion> UNRESOLVED = Map.of("status",
			Criterion.builder().eq("ACTIVE", "ARCHIVED").build());

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("access-analyzer-findings", AccessAnalyzerClient.class)
			.operations("0.1.0", "access-analyzer:ListFindings")
			.evidence(ExternalAccess.class, ArchivedAccess.class)
			.dependsOn(AnalyzerSource.NAME)
			.whenEmpty("READ; NOT_ENABLED where there is no analyzer of external access")
			.build();
	}

	/**
	 * An analyzer deleted since it was listed sees nothing any longer. Where that is the
	 * organization's, what others in its account found does not tell what all accounts
	 * share.
	 */
	@Override
	public Answer collect(CellScope cell) {
		AccessAnalyzerClient client = cell.client(AccessAnalyzerClient.class);
		List<Analyzer> read = new ArrayList<>();
		Optional<ResourceNotFoundException> organizationGone = Optional.empty();
		for (Analyzer analyzer : cell.evidence(Analyzer.class).stream().filter(Analyzer::seesExternalAccess).toList()) {
			try {
				collect(cell, client, analyzer);
				read.add(analyzer);
			}
			catch (ResourceNotFoundException ex) {
				organizationGone = analyzer.seesOrganization() ? Optional.of(ex) : organizationGone;
			}
		}
		if (organizationGone.isPresent() && !read.isEmpty() && read.stream().noneMatch(Analyzer::seesOrganization)) {
			throw organizationGone.get();
		}
		return read.isEmpty() ? Answer.NOT_ENABLED : Answer.READ;
	}

	private static void collect(CellScope cell, AccessAnalyzerClient client, Analyzer analyzer) {
		Pages.each(
				(token) -> client.listFindings((request) -> request.analyzerArn(analyzer.arn())
					.filter(UNRESOLVED)
					.maxResults(AnalyzerSource.PAGE)
					.nextToken(token)),
				ListFindingsResponse::nextToken, (page) -> page.findings()
					.forEach((finding) -> cell.emit(evidence(access(analyzer, finding, cell.night())))));
	}

	private static Record evidence(ExternalAccess access) {
		return access.status().equals(FindingStatus.ARCHIVED.toString()) ? ArchivedAccess.of(access) : access;
	}

	private static ExternalAccess access(Analyzer analyzer, FindingSummary finding, NightScope night) {
		Principals principals = new Principals(finding.principal());
		return new ExternalAccess(finding.id(), analyzer.arn(), finding.resource(), finding.resourceTypeAsString(),
				finding.resourceOwnerAccount(), principals.text(), principals.account(),
				principals.exposure(finding.isPublic(), finding.condition(), analyzer, night), finding.action(),
				finding.condition(), finding.sources().stream().map((source) -> source.typeAsString()).toList(),
				Vocabulary.known("access-analyzer:ListFindings: resourceControlPolicyRestriction",
						ResourceControlPolicyRestriction.class, finding.resourceControlPolicyRestrictionAsString()),
				finding.error(), Vocabulary.required("access-analyzer:ListFindings: status", FindingStatus.class,
						finding.statusAsString()),
				finding.createdAt(), finding.updatedAt(), finding.isPublic());
	}

}
