package dev.rollcall.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.LimitReachedException;
import dev.rollcall.account.LimitReachedException.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a cell, or a part of one, has emitted so far: in memory, and beyond the
 * budget in spills. Used by one thread at a time, which others may follow.
 */
final class CellRows {

	/** What holds fewer rows than this keeps them in memory in any case. */
	private static final int KEPT = 500;

	/** More than Config counts and Access Analyzer finds in one Region. */
	private static final int MOST = 1_000_000;

	private final Cell cell;

	private final RowBudget budget;

	private final Spill.Store store;

	private final List<Emitted> held = new ArrayList<>();

	private final Keys keys = new Keys();

	private int emitted;

	private boolean abandoned;

	private @Nullable Spill open;

	/** Those of parts, which have ended. */
	private final List<Spill> adopted = new ArrayList<>();

	CellRows(Cell cell, RowBudget budget, Spill.Store store) {
		this.cell = cell;
		this.budget = budget;
		this.store = store;
	}

	/** Rows of a part of the cell, with limits of its own. */
	CellRows ofPart() {
		return new CellRows(this.cell, this.budget, this.store);
	}

	/**
	 * Adds a row, unless there is one about the same thing: a list that changes while it
	 * is read shows things twice.
	 * @return whether it was added
	 */
	synchronized boolean add(AccountId account, String region, Record evidence, Instant now) {
		if (this.abandoned) {
			throw new CancellationException("Another part of the cell has failed");
		}
		CompleteEvidence.check(evidence);
		if (!isNew(evidence)) {
			return false;
		}
		this.emitted++;
		requireRoom(0);
		hold(new Emitted(account, region, evidence), now);
		return true;
	}

	private boolean isNew(Record evidence) {
		return !(evidence instanceof Keyed keyed) || this.keys.add(evidence, keyed.naturalKey());
	}

	private void hold(Emitted row, Instant now) {
		this.held.add(row);
		this.budget.take(1);
		if (this.held.size() > KEPT && this.budget.isExceeded()) {
			spill(now);
		}
	}

	private void spill(Instant now) {
		Spill spill = this.open;
		if (spill == null) {
			spill = this.store.open(this.cell);
			this.open = spill;
		}
		for (Emitted row : this.held) {
			spill.write(row.asOf(this.cell, now));
		}
		letGo();
	}

	private void letGo() {
		this.budget.giveBack(this.held.size());
		this.held.clear();
	}

	/**
	 * Holds the cell or part to its limit.
	 * @param inHand what was found and is not emitted yet
	 */
	synchronized void requireRoom(int inHand) {
		if (this.emitted + inHand > MOST) {
			throw new LimitReachedException(Limit.ROWS,
					"The cell has more than " + MOST + " rows; it was read no further");
		}
	}

	/**
	 * Takes over the rows of a part that was read to its end, but for those about things
	 * that another part has reported. Nothing is left in the part but what is of no use.
	 */
	synchronized void takeOver(CellRows part, Instant now) {
		List<Emitted> rows = List.copyOf(part.held);
		part.letGo();
		if (this.keys.meet(part.keys)) {
			rows.forEach((row) -> holdIfNew(row, now));
			part.spilled().forEach(this::copy);
			return;
		}
		this.keys.addAll(part.keys);
		rows.forEach((row) -> hold(row, now));
		this.adopted.addAll(part.spilled());
		part.open = null;
	}

	private void copy(Spill spill) {
		for (Class<? extends Record> kind : spill.kinds()) {
			spill.each(kind,
					(row) -> holdIfNew(new Emitted(row.account(), row.region(), row.evidence()), row.collectedAt()));
		}
	}

	private void holdIfNew(Emitted row, Instant now) {
		if (isNew(row.evidence())) {
			hold(row, now);
		}
	}

	synchronized boolean isEmpty() {
		return this.held.isEmpty() && this.open == null && this.adopted.isEmpty();
	}

	synchronized List<EvidenceRow> rows(Instant collectedAt) {
		return this.held.stream().map((row) -> row.asOf(this.cell, collectedAt)).toList();
	}

	/** What was spilled, closed. */
	synchronized List<Spill> spilled() {
		List<Spill> spills = new ArrayList<>(this.adopted);
		if (this.open != null) {
			this.open.close();
			spills.add(this.open);
		}
		return spills;
	}

	/** Discards the rows and takes no more: the cell is given up. */
	synchronized void abandon() {
		discard();
		this.abandoned = true;
	}

	synchronized void discard() {
		letGo();
		this.keys.clear();
		this.emitted = 0;
		this.adopted.forEach(Spill::discard);
		this.adopted.clear();
		if (this.open != null) {
			this.open.discard();
			this.open = null;
		}
	}

	private record Emitted(AccountId account, String region, Record evidence) {

		EvidenceRow asOf(Cell cell, Instant collectedAt) {
			return new EvidenceRow(this.account, this.region, cell.source(), collectedAt, this.evidence);
		}

	}

}
