package dev.rollcall.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a cell has emitted so far: in memory, and beyond the budget in a spill.
 */
final class CellRows {

	/** A cell that holds fewer rows than this keeps them in memory in any case. */
	private static final int KEPT = 500;

	private final Cell cell;

	private final RowBudget budget;

	private final Spill.@Nullable Store store;

	private final List<Emitted> held = new ArrayList<>();

	private @Nullable Spill spill;

	CellRows(Cell cell, RowBudget budget, Spill.@Nullable Store store) {
		this.cell = cell;
		this.budget = budget;
		this.store = store;
	}

	void add(AccountId account, String region, Record evidence, Instant now) {
		CompleteEvidence.check(evidence);
		if (this.store != null && this.held.size() >= KEPT && this.budget.isExceeded()) {
			if (this.spill == null) {
				this.spill = this.store.open(this.cell);
			}
			this.spill.write(new EvidenceRow(account, region, this.cell.source(), now, evidence));
			return;
		}
		this.held.add(new Emitted(account, region, evidence));
		this.budget.take(1);
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
		if (this.spill != null) {
			this.spill.discard();
		}
	}

	private record Emitted(AccountId account, String region, Record evidence) {

	}

}
