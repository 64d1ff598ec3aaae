package dev.rollcall.collect.securityhub;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.Compliance;
import software.amazon.awssdk.services.securityhub.model.ComplianceStatus;
import software.amazon.awssdk.services.securityhub.model.GetFindingsResponse;
import software.amazon.awssdk.services.securityhub.model.RecordState;
import software.amazon.awssdk.services.securityhub.model.Severity;
import software.amazon.awssdk.services.securityhub.model.SeverityLabel;
import software.amazon.awssdk.services.securityhub.model.StringFilter;
import software.amazon.awssdk.services.securityhub.model.Workflow;
import software.amazon.awssdk.services.securityhub.model.WorkflowStatus;

/**
 * The findings of one severity that a Region has of all accounts, as far as they are
 * read. Three calls a second are allowed and nothing counts them, so reading ends.
 */
final class FailedFindings {

	private static final String OPERATION = "securityhub:GetFindings";

	/** The largest page. */
	private static final int PAGE = 100;

	/** How many pages are read of a severity: 5,000 findings, in some 17 seconds. */
	static final int MOST_PAGES = 50;

	private static final Set<String> OPEN = Set.of(WorkflowStatus.NEW.toString(), WorkflowStatus.NOTIFIED.toString());

	private final SeverityLabel severity;

	private final String readIn;

	private final Set<String> seen = new HashSet<>();

	private final Map<Place, Failing> places = new TreeMap<>();

	private int pages;

	private boolean capped;

	private FailedFindings(SeverityLabel severity, String readIn) {
		this.severity = severity;
		this.readIn = readIn;
	}

	/** Reads them in a Region, and emits how many there are. */
	static void read(CellScope cell, SecurityHubClient client, String region, SeverityLabel severity) {
		FailedFindings findings = new FailedFindings(severity, region);
		AwsSecurityFindingFilters wanted = findings.wanted();
		Pages.each(
				(token) -> client.getFindings((request) -> request.filters(wanted).maxResults(PAGE).nextToken(token)),
				findings::next, (page) -> {
					page.findings().stream().filter(findings::isWanted).forEach(findings::add);
					cell.holds(findings.places.size());
				});
		findings.emit(cell);
	}

	private AwsSecurityFindingFilters wanted() {
		return AwsSecurityFindingFilters.builder()
			.complianceStatus(is(ComplianceStatus.FAILED))
			.recordState(is(RecordState.ACTIVE))
			.workflowStatus(is(WorkflowStatus.NEW), is(WorkflowStatus.NOTIFIED))
			.severityLabel(is(this.severity))
			.build();
	}

	private static StringFilter is(Enum<?> word) {
		return StringFilter.builder().comparison("EQUALS").value(word.toString()).build();
	}

	private @Nullable String next(GetFindingsResponse page) {
		this.pages++;
		boolean more = page.nextToken() != null && !page.nextToken().isEmpty();
		this.capped = more && this.pages >= MOST_PAGES;
		return this.capped ? null : page.nextToken();
	}

	/**
	 * What an answer shows that was not asked for is not counted, nor what it shows
	 * twice.
	 */
	private boolean isWanted(AwsSecurityFinding finding) {
		return isFailed(finding.compliance()) && isOpen(finding.workflow()) && isOfSeverity(finding.severity())
				&& RecordState.ACTIVE.toString()
					.equals(Vocabulary.known(OPERATION + ": recordState", RecordState.class,
							finding.recordStateAsString()))
				&& !Boolean.TRUE.equals(finding.sample()) && this.seen.add(String.valueOf(finding.id()));
	}

	private static boolean isFailed(@Nullable Compliance compliance) {
		return compliance != null && ComplianceStatus.FAILED.toString()
			.equals(Vocabulary.known(OPERATION + ": compliance.status", ComplianceStatus.class,
					compliance.statusAsString()));
	}

	private static boolean isOpen(@Nullable Workflow workflow) {
		return workflow != null && OPEN.contains(String.valueOf(
				Vocabulary.known(OPERATION + ": workflow.status", WorkflowStatus.class, workflow.statusAsString())));
	}

	private boolean isOfSeverity(@Nullable Severity severity) {
		return severity != null && this.severity.toString()
			.equals(Vocabulary.known(OPERATION + ": severity.label", SeverityLabel.class, severity.labelAsString()));
	}

	private void add(AwsSecurityFinding finding) {
		if (finding.awsAccountId() == null) {
			throw new UnexpectedAnswerException(OPERATION + " showed a finding without its account");
		}
		String region = (finding.region() != null) ? finding.region() : this.readIn;
		this.places.computeIfAbsent(new Place(finding.awsAccountId(), region), (place) -> new Failing())
			.add(finding.compliance().securityControlId());
	}

	private void emit(CellScope cell) {
		long all = this.places.values().stream().mapToLong((failing) -> failing.findings).sum();
		cell.emit(cell.account().id(), this.readIn,
				new SecurityhubFindingTotal(this.severity.toString(), all, this.capped));
		this.places.forEach((place, failing) -> cell.emit(new AccountId(place.account()), place.region(),
				new SecurityhubFindingCount(this.severity.toString(), failing.findings, this.capped,
						failing.controls.stream().toList(), this.readIn)));
	}

	private record Place(String account, String region) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			int accounts = this.account.compareTo(other.account);
			return (accounts != 0) ? accounts : this.region.compareTo(other.region);
		}

	}

	private static final class Failing {

		private final Set<String> controls = new TreeSet<>();

		private long findings;

		void add(@Nullable String control) {
			this.findings++;
			if (control != null) {
				this.controls.add(control);
			}
		}

	}

}
