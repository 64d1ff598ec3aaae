package dev.rollcall.export;

import dev.rollcall.control.Finding;
import dev.rollcall.control.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what its readers elsewhere cannot look up.
 *
 * @param waiver what accepts it tonight; null where nothing does
 */
record Judgement(Finding finding, AccountFacts account, ControlFacts control, @Nullable WaiverFacts waiver) {

	String accountId() {
		return this.account.accountId();
	}

	/** Whether somebody has to do something about it. */
	boolean isOpen() {
		return this.finding.verdict() == Verdict.NON_COMPLIANT || this.finding.verdict() == Verdict.INSUFFICIENT_DATA;
	}

	/** What to do about it; null where nothing is known to be wrong. */
	@Nullable String remediation() {
		return (this.finding.verdict() == Verdict.NON_COMPLIANT) ? this.control.remediationEn() : null;
	}

	/** Whether it is about its account as a whole, not about a thing in it. */
	boolean isOfAccount() {
		return this.finding.resourceId().equals(accountId());
	}

	/** Whether it is about one Region. */
	boolean isRegional() {
		return !this.finding.region().equals("global");
	}

}
