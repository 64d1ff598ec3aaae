package dev.rollcall.collect;

import java.util.List;

import dev.rollcall.account.AccountId;

/** What the organization's owner answered, in view of one cell of an account. */
public final class OwnerAnswer {

	private final Cell cell;

	private final CellResult owner;

	private final CellRows rows;

	OwnerAnswer(Cell cell, CellResult owner, CellRows rows) {
		this.cell = cell;
		this.owner = owner;
		this.rows = rows;
	}

	/** The account whose state may be proven. */
	public AccountId account() {
		return this.cell.account();
	}

	/** The Region in which, or {@link Cell#GLOBAL}. */
	public String region() {
		return this.cell.region();
	}

	/** What the owner found about this account, and about itself. */
	public <E extends Record> List<E> evidence(Class<E> type) {
		return this.owner.evidence(type);
	}

	/** What the owner found about this account alone. */
	public <E extends Record> List<E> aboutAccount(Class<E> type) {
		return this.owner.rows()
			.stream()
			.filter((row) -> row.account().equals(account()))
			.map(EvidenceRow::evidence)
			.filter(type::isInstance)
			.map(type::cast)
			.toList();
	}

	/** Adds a row of evidence of the account's own. */
	public void emit(Record evidence) {
		this.rows.add(this.cell.account(), this.cell.region(), evidence, this.owner.collectedAt());
	}

}
