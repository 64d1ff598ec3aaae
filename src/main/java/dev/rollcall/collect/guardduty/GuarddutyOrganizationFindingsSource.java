package dev.rollcall.collect.guardduty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.guardduty.FindingCounts.Groups;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;

/**
 * Reads at the administrator of a Region what was found in all accounts: how many
 * findings each has of each severity, which types there are, and those of high and
 * critical severity whole.
 */
@Component
class GuarddutyOrganizationFindingsSource implements Source {

	static final String NAME = "guardduty-organization-findings";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational(NAME, Scope.ORGANIZATION_REGION, GuardDutyClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR)
			.operations("0.5.0", "guardduty:GetFindingsStatistics", "guardduty:ListFindings", "guardduty:GetFindings")
			.evidence(GuarddutyFindingCount.class, GuarddutyFinding.class, GuarddutyFindingType.class)
			.dependsOn(GuarddutyAdministratorsSource.NAME, GuarddutyOrganizationSource.NAME)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		cell.evidence(GuarddutyOrganization.class).forEach((own) -> collect(cell, own));
		return Answer.READ;
	}

	private static void collect(CellScope cell, GuarddutyOrganization own) {
		Set<String> seen = new TreeSet<>(Set.of(cell.account().id().value()));
		Set<String> known = new TreeSet<>(seen);
		cell.eachOf(GuarddutyMember.class, (account, member) -> {
			known.add(account.value());
			if (own.vouchesFor(member)) {
				seen.add(account.value());
			}
		});
		FindingTally tally = new FindingTally(cell, cell.account().id().value());
		count(cell, own.detectorId(), List.copyOf(known), tally);
		tally.emit(seen);
	}

	private static void count(CellScope cell, String detector, List<String> known, FindingTally tally) {
		GuardDutyClient client = cell.client(GuardDutyClient.class);
		FindingCounts counts = new FindingCounts(client, detector);
		FindingFilter wanted = FindingFilter.open();
		Optional<Map<FindingSeverity, Long>> open = counts.bySeverity(wanted);
		open.ifPresentOrElse(
				(found) -> found.forEach((severity, all) -> counts.byAccount(wanted.of(severity), all, known)
					.forEach((account, some) -> tally.count(account, severity, some))),
				tally::notCounted);
		archived(counts, known, tally);
		if (FindingSeverity.mayBeHigh(open)) {
			tally.read(client, detector, wanted);
		}
		if (open.isEmpty() || !open.get().isEmpty()) {
			Groups types = counts.byType(wanted);
			types.counts().forEach((type, some) -> cell.emit(new GuarddutyFindingType(type, some, !types.whole())));
		}
	}

	private static void archived(FindingCounts counts, List<String> known, FindingTally tally) {
		FindingFilter wanted = FindingFilter.archived().high();
		long all = counts.bySeverity(wanted)
			.map((found) -> found.values().stream().mapToLong(Long::longValue).sum())
			.orElse(0L);
		if (all > 0) {
			counts.byAccount(wanted, all, known).forEach(tally::archived);
		}
	}

}
