package dev.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.DeniedBy;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.collect.WalkedAccount;
import dev.rollcall.doctor.Diagnosis.Subject;
import dev.rollcall.organization.Account;

/**
 * What the round through the accounts says of one of them.
 */
record AccountChart(Account account, boolean own, boolean leftOut, List<CellResult> results) {

	AccountChart {
		results = List.copyOf(results);
	}

	static AccountChart of(WalkedAccount walked, AccountId own, Set<AccountId> leftOut) {
		Account account = walked.account();
		return new AccountChart(account, account.id().equals(own), leftOut.contains(account.id()), walked.results());
	}

	/** Whether its permissions are of their own: where we run, and management. */
	boolean isSpecial() {
		return this.own || Boolean.TRUE.equals(this.account.management());
	}

	/** Whether it was called at all. */
	boolean isCalled() {
		return !this.leftOut && this.account.state().isCallable();
	}

	/** Whether we are let in; our own account is entered without a role. */
	boolean isEntered() {
		return isCalled() && refusal().isEmpty();
	}

	/** Why we are not let in. */
	private Optional<CellResult> refusal() {
		return gaps().stream().filter(AccountChart::isEntry).findFirst();
	}

	/** Whether a gap is that we were not let in. */
	static boolean isEntry(CellResult gap) {
		CellFailure failure = gap.failure();
		return failure != null && EntryRefusedException.OPERATION.equals(failure.operation());
	}

	private List<CellResult> gaps() {
		return this.results.stream().filter((result) -> result.status().isGap()).toList();
	}

	/** The cells of Regions that a policy of the organization closes. */
	List<CellResult> closed() {
		return this.results.stream().filter(AccountChart::isClosed).toList();
	}

	private static boolean isClosed(CellResult result) {
		CellFailure failure = result.failure();
		return result.status() == CellStatus.DENIED && !result.cell().isGlobal() && !isEntry(result) && failure != null
				&& (failure.deniedBy() == DeniedBy.SCP || failure.deniedBy() == DeniedBy.RCP);
	}

	/** What is to be said of the account, its closed Regions apart. */
	Diagnosis diagnosis(Remedy remedy, ExpectedGaps expected) {
		if (this.leftOut) {
			return Diagnosis.ok(Subject.ACCOUNT, place(), "left out by configuration or flags");
		}
		if (!this.account.state().isCallable()) {
			return Diagnosis.ok(Subject.ACCOUNT, place(), "not called, it is " + this.account.state());
		}
		List<CellResult> others = new ArrayList<>(gaps());
		others.removeAll(closed());
		if (others.isEmpty()) {
			return Diagnosis.ok(Subject.ACCOUNT, place(), this.own ? "is where we run" : "entered");
		}
		CellResult gap = refusal().orElse(others.get(0));
		String what = (isEntry(gap) ? "not entered: " : "entered, but ") + reason(gap, expected);
		return remedy.diagnosis(Subject.ACCOUNT, place(), what, gap, expected);
	}

	/** What coverage would say. */
	static String reason(CellResult gap, ExpectedGaps expected) {
		return String.valueOf(Coverage.of(gap, expected).unreadReason());
	}

	private String place() {
		return this.account.id() + ((this.account.name() != null) ? " " + this.account.name() : "");
	}

}
