package dev.rollcall.collect.guardduty;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.CellScope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;

/** What is found in the accounts of a Region, as it is counted and read. */
final class FindingTally {

	private final CellScope cell;

	private final @Nullable String administrator;

	private final Map<String, Found> accounts = new TreeMap<>();

	private boolean counted = true;

	private boolean capped;

	/**
	 * Begins to count.
	 * @param administrator who shows what is found in others; null for the account itself
	 */
	FindingTally(CellScope cell, @Nullable String administrator) {
		this.cell = cell;
		this.administrator = administrator;
	}

	void count(String account, FindingSeverity severity, long findings) {
		of(account).counted.merge(severity, findings, Long::sum);
	}

	void archived(String account, long findings) {
		of(account).archived += findings;
	}

	/** Takes down that GuardDuty did not say how many there are. */
	void notCounted() {
		this.counted = false;
	}

	/**
	 * Reads the findings of high and critical severity, and emits each that is open.
	 * @param wanted those of the accounts that are asked about
	 */
	void read(GuardDutyClient client, String detector, FindingFilter wanted) {
		this.capped |= HighFindings.read(client, detector, wanted, this.administrator, this::describe);
	}

	/** What an account shows of another is no word of that one's. */
	private void describe(String account, @Nullable GuarddutyFinding finding) {
		if (this.administrator == null && !account.equals(this.cell.account().id().value())) {
			return;
		}
		Found found = of(account);
		found.described++;
		if (finding != null) {
			found.open.merge(FindingSeverity.valueOf(finding.severity()), 1L, Long::sum);
			this.cell.emit(new AccountId(account), this.cell.region().id(), finding);
		}
	}

	private Found of(String account) {
		return this.accounts.computeIfAbsent(account, (id) -> new Found());
	}

	/**
	 * Emits the counts of each account.
	 * @param seen the accounts of which whoever counted sees everything
	 */
	void emit(Set<String> seen) {
		Set<String> all = new TreeSet<>(seen);
		all.addAll(this.accounts.keySet());
		all.forEach((account) -> this.cell.emit(new AccountId(account), this.cell.region().id(),
				count(of(account), seen.contains(account))));
	}

	private GuarddutyFindingCount count(Found found, boolean seen) {
		boolean whole = seen && found.described >= high(found.counted) && (this.counted || !this.capped);
		Map<FindingSeverity, Long> known = found.known();
		return new GuarddutyFindingCount(of(known, FindingSeverity.CRITICAL), of(known, FindingSeverity.HIGH),
				this.counted ? of(found.counted, FindingSeverity.MEDIUM) : null,
				this.counted ? of(found.counted, FindingSeverity.LOW) : null, found.archived, found.described, whole,
				this.capped, this.administrator);
	}

	private static long high(Map<FindingSeverity, Long> counts) {
		return of(counts, FindingSeverity.CRITICAL) + of(counts, FindingSeverity.HIGH);
	}

	private static long of(Map<FindingSeverity, Long> counts, FindingSeverity severity) {
		return counts.getOrDefault(severity, 0L);
	}

	private static final class Found {

		private final Map<FindingSeverity, Long> counted = new EnumMap<>(FindingSeverity.class);

		private final Map<FindingSeverity, Long> open = new EnumMap<>(FindingSeverity.class);

		private long archived;

		private long described;

		/** What was read whole, unless more were counted than that. */
		Map<FindingSeverity, Long> known() {
			return (high(this.open) >= high(this.counted)) ? this.open : this.counted;
		}

	}

}
