package dev.rollcall.collect.guardduty;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.OwnerAnswer;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;

/**
 * Reads what an account's own detectors have found in a Region; asks only accounts of
 * which the Region's administrator did not see everything.
 */
@Component
class GuarddutyFindingsSource implements Source {

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("guardduty-findings", GuardDutyClient.class)
			.operations("0.5.0", "guardduty:GetFindingsStatistics", "guardduty:ListFindings", "guardduty:GetFindings")
			.evidence(GuarddutyFindingCount.class, GuarddutyFinding.class)
			.dependsOn(GuarddutySource.NAME)
			.answeredBy(GuarddutyOrganizationFindingsSource.NAME)
			.whenEmpty("READ")
			.build();
	}

	/** An administrator's detector shows its members' findings beside its own. */
	@Override
	public Answer collect(CellScope cell) {
		String account = cell.account().id().value();
		FindingTally tally = new FindingTally(cell, null);
		for (GuarddutyDetector detector : cell.evidence(GuarddutyDetector.class)) {
			collect(cell.client(GuardDutyClient.class), detector.detectorId(), account, tally);
		}
		tally.emit(Set.of(account));
		return Answer.READ;
	}

	private static void collect(GuardDutyClient client, String detector, String account, FindingTally tally) {
		FindingFilter own = FindingFilter.open().of(account);
		FindingCounts counts = new FindingCounts(client, detector);
		Optional<Map<FindingSeverity, Long>> open = counts.bySeverity(own);
		open.ifPresentOrElse((found) -> found.forEach((severity, some) -> tally.count(account, severity, some)),
				tally::notCounted);
		counts.bySeverity(FindingFilter.archived().of(account).high())
			.ifPresent((found) -> found.values().forEach((some) -> tally.archived(account, some)));
		if (FindingSeverity.mayBeHigh(open)) {
			tally.read(client, detector, own);
		}
	}

	/** The administrator's rows about the account say what there is. */
	@Override
	public Proof prove(OwnerAnswer owner) {
		return owner.aboutAccount(GuarddutyFindingCount.class).stream().anyMatch(GuarddutyFindingCount::whole)
				? Proof.READ : Proof.NOTHING;
	}

}
