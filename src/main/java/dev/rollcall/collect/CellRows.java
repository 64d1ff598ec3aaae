package dev.rollcall.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.LimitReachedException;
import dev.rollcall.account.LimitReachedException.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a cell has emitted so far: in memory, and beyond the budget in a spill.
 */
final class CellRows {

	/** A cell that holds fewer rows than this keeps them in memory in any case. */
	private static final int KEPT = 500;

	/** More than Config counts and Access Analyzer finds in one Region. */
	private static final int MOST = 1_000_000;

	private final Cell cell;

	private final RowBudget budget;

	private final Spill.@Nullable Store store;

	private final List<Emitted> held = new ArrayList<>();

	private final Keys keys = new Keys();

	private int emitted;

	private @Nullable Spill spill;

	CellRows(Cell cell, RowBudget budget, Spill.@Nullable Store store) {
		this.cell = cell;
		this.budget = budget;
		this.store = store;
	}

	/**
	 * Adds a row, unless the cell has one about the same thing: a list that changes while
	 * it is read shows things twice.
	 * @return whether it was added
	 */
	boolean add(AccountId account, String region, Record evidence, Instant now) {
		CompleteEvidence.check(evidence);
		if (evidence instanceof Keyed keyed && !this.keys.add(evidence, keyed.naturalKey())) {
			return false;
		}
		this.emitted++;
		requireRoom(0);
		if (this.store != null && this.held.size() >= KEPT && this.budget.isExceeded()) {
			if (this.spill == null) {
				this.spill = this.store.open(this.cell);
			}
			this.spill.write(new EvidenceRow(account, region, this.cell.source(), now, evidence));
			return true;
		}
		this.held.add(new Emitted(account, region, evidence));
		this.budget.take(1);
		return true;
	}

	/**
	 * Holds the cell to its limit.
	 * @param inHand what was found and is not emitted yet
	 */
	void requireRoom(int inHand) {
		if (this.emitted + inHand > MOST) {
			throw new LimitReachedException(Limit.ROWS,
					"The cell has more than " + MOST + " rows; it was read no further");
		}
	}

	boolean isEmpty() {
		return this.held.isEmpty();
	}

	List<EvidenceRow> rows(Instant collectedAt) {
		return this.held.stream()
			.map((row) -> new EvidenceRow(row.account(), row.region(), this.cell.source(), collectedAt, row.evidence()))
			.toList();
	}

	List<Spill> spilled() {
		if (this.spill == null) {
			return List.of();
		}
		this.spill.close();
		return List.of(this.spill);
	}

	void discard() {
		this.budget.giveBack(this.held.size());
		this.held.clear();
		this.keys.clear();
		this.emitted = 0;
		if (this.spill != null) {
			this.spill.discard();
			this.spill = null;
		}
	}

	private record Emitted(AccountId account, String region, Record evidence) {

	}

}
