package dev.rollcall.cli;

import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.job.NightFigures.GapKind;
import dev.rollcall.job.NightFigures.NotEntered;
import dev.rollcall.job.NightOutcome;

/** A published night in a sentence, for the last line. */
final class OutcomeWords {

	private OutcomeWords() {
	}

	/** What was read, what was not and why, what was found, and where it lies. */
	static String of(NightOutcome outcome) {
		return "%s, %d cells, %s, %d findings, %d of them NON_COMPLIANT; %s".formatted(accounts(outcome),
				outcome.cells(), gaps(outcome), outcome.findings(), outcome.nonCompliant(), outcome.location());
	}

	private static String accounts(NightOutcome outcome) {
		List<NotEntered> reasons = outcome.figures().notEntered();
		return outcome.accounts() + " accounts"
				+ (reasons.isEmpty() ? ""
						: ", %d of them not entered (%s)".formatted(outcome.figures().accountsNotEntered(),
								reasons.stream().map(OutcomeWords::reason).collect(Collectors.joining(", "))));
	}

	private static String reason(NotEntered reason) {
		return reason.errorCode() + (reason.deniedBy().isEmpty() ? "" : " by " + reason.deniedBy()) + " "
				+ reason.accounts();
	}

	private static String gaps(NightOutcome outcome) {
		List<GapKind> kinds = outcome.figures().gaps();
		return "%d gaps (%d expected%s)".formatted(outcome.gaps(), outcome.expectedGaps(),
				kinds.isEmpty() ? "" : "; " + kinds.stream().map(OutcomeWords::kind).collect(Collectors.joining(", ")));
	}

	private static String kind(GapKind kind) {
		return kind.status() + (kind.deniedBy().isEmpty() ? "" : " by " + kind.deniedBy()) + " " + kind.cells();
	}

}
