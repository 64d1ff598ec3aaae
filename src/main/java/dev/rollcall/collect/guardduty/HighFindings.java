package dev.rollcall.collect.guardduty;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.Finding;
import software.amazon.awssdk.services.guardduty.model.ListFindingsResponse;
import software.amazon.awssdk.services.guardduty.model.OrderBy;
import software.amazon.awssdk.services.guardduty.model.Resource;
import software.amazon.awssdk.services.guardduty.model.Service;
import software.amazon.awssdk.services.guardduty.model.ServiceAdditionalInfo;

/**
 * The open findings of high and critical severity that a detector shows, each read whole,
 * as far as they are read: the most severe ones first.
 */
final class HighFindings {

	/** How many are read: 20 pages, and as many calls that describe them. */
	static final int MOST = 1_000;

	private static final String LIST = "guardduty:ListFindings";

	private static final String GET = "guardduty:GetFindings";

	/** The largest page, and how many findings are described at once. */
	private static final int PAGE = 50;

	private final GuardDutyClient client;

	private final String detector;

	private final FindingFilter wanted;

	private final @Nullable String administrator;

	private final Set<String> ids = new LinkedHashSet<>();

	private boolean capped;

	private HighFindings(GuardDutyClient client, String detector, FindingFilter wanted,
			@Nullable String administrator) {
		this.client = client;
		this.detector = detector;
		this.wanted = wanted.high();
		this.administrator = administrator;
	}

	/**
	 * Reads them.
	 * @param wanted of whom
	 * @param administrator who shows them for others; null for the account itself
	 * @param use takes each account's finding; null where it was archived since, or is no
	 * longer so severe
	 * @return whether there are more than were read
	 */
	static boolean read(GuardDutyClient client, String detector, FindingFilter wanted, @Nullable String administrator,
			BiConsumer<String, @Nullable GuarddutyFinding> use) {
		HighFindings findings = new HighFindings(client, detector, wanted, administrator);
		findings.list();
		findings.describe(use);
		return findings.capped;
	}

	private void list() {
		Pages.each((token) -> this.client.listFindings((request) -> request.detectorId(this.detector)
			.findingCriteria(this.wanted.criteria())
			.sortCriteria((sort) -> sort.attributeName("severity").orderBy(OrderBy.DESC))
			.maxResults(PAGE)
			.nextToken(token)), this::next, (page) -> page.findingIds().forEach(this::add));
	}

	private void add(@Nullable String id) {
		if (id == null) {
			throw new UnexpectedAnswerException(LIST + " showed a finding without its id");
		}
		if (this.ids.size() < MOST) {
			this.ids.add(id);
		}
		else {
			this.capped |= !this.ids.contains(id);
		}
	}

	private @Nullable String next(ListFindingsResponse page) {
		boolean more = page.nextToken() != null && !page.nextToken().isEmpty();
		this.capped |= more && this.ids.size() >= MOST;
		return this.capped ? null : page.nextToken();
	}

	private void describe(BiConsumer<String, @Nullable GuarddutyFinding> use) {
		List<String> all = new ArrayList<>(this.ids);
		for (int from = 0; from < all.size(); from += PAGE) {
			List<String> asked = all.subList(from, Math.min(from + PAGE, all.size()));
			this.client.getFindings((request) -> request.detectorId(this.detector).findingIds(asked))
				.findings()
				.forEach((finding) -> describe(finding, use));
		}
	}

	/**
	 * What an answer shows that was not asked for, or shows twice, counts for nothing.
	 */
	private void describe(Finding finding, BiConsumer<String, @Nullable GuarddutyFinding> use) {
		if (finding.accountId() == null) {
			throw new UnexpectedAnswerException(GET + " showed a finding without its account");
		}
		if (finding.id() != null && this.ids.remove(finding.id())) {
			FindingSeverity severity = FindingSeverity.of(GET + ": severity", finding.severity());
			use.accept(finding.accountId(),
					(severity.isHigh() && !isArchived(finding.service())) ? of(finding, severity) : null);
		}
	}

	private static boolean isArchived(@Nullable Service service) {
		return service != null && Boolean.TRUE.equals(service.archived());
	}

	private GuarddutyFinding of(Finding finding, FindingSeverity severity) {
		Service service = finding.service();
		Resource resource = finding.resource();
		return new GuarddutyFinding(finding.id(), finding.type(), severity.name(), String.valueOf(finding.severity()),
				finding.title(), (resource != null) ? resource.resourceType() : null, createdAt(finding),
				instant("updatedAt", finding.updatedAt()), (service != null) ? service.count() : null,
				service != null && isSample(service.additionalInfo()), this.administrator);
	}

	private static boolean isSample(@Nullable ServiceAdditionalInfo info) {
		return info != null && info.value() != null && info.value().replace(" ", "").contains("\"sample\":true");
	}

	private static Instant createdAt(Finding finding) {
		Instant createdAt = instant("createdAt", finding.createdAt());
		if (createdAt == null) {
			throw new UnexpectedAnswerException(GET + " showed a finding without createdAt");
		}
		return createdAt;
	}

	private static @Nullable Instant instant(String what, @Nullable String text) {
		try {
			return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
		}
		catch (DateTimeException ex) {
			throw new UnexpectedAnswerException(GET + ": " + what + " answered '" + text + "'; a time was expected");
		}
	}

}
