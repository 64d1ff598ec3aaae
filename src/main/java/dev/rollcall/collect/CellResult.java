package dev.rollcall.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cell.
 *
 * @param failure why it was not read; null where it was, or was not asked
 * @param calls HTTP exchanges, retries included
 * @param retries how many of them repeated another
 * @param requestId of the failed call, else of the last
 * @param rows what was found and is held in memory; empty unless the cell was read
 * @param spilled what was found and is held in files
 * @param answeredBy the owner's cell whose answer proved this one, which was not called;
 * null for all others
 * @param waitedMillis how much of the duration it stood in line: for a slot, for a turn
 * after a refusal, for the account's door
 */
public record CellResult(Cell cell, CellStatus status, @Nullable CellFailure failure, int calls, int retries,
		@Nullable String requestId, long durationMillis, Instant collectedAt, List<EvidenceRow> rows,
		List<Spill> spilled, @Nullable Cell answeredBy, long waitedMillis) {

	/** A cell that answered for itself, or did not. */
	public CellResult(Cell cell, CellStatus status, @Nullable CellFailure failure, int calls, int retries,
			@Nullable String requestId, long durationMillis, Instant collectedAt, List<EvidenceRow> rows,
			List<Spill> spilled) {
		this(cell, status, failure, calls, retries, requestId, durationMillis, collectedAt, rows, spilled, null, 0);
	}

	/** A cell that was not called. */
	static CellResult notCalled(Cell cell, CellStatus status, @Nullable CellFailure reason, Instant at) {
		return new CellResult(cell, status, reason, 0, 0, (reason != null) ? reason.requestId() : null, 0, at,
				List.of(), List.of());
	}

	/** The same with other rows, all of them held. */
	public CellResult withRows(List<EvidenceRow> others) {
		return new CellResult(this.cell, this.status, this.failure, this.calls, this.retries, this.requestId,
				this.durationMillis, this.collectedAt, others, List.of(), this.answeredBy, this.waitedMillis);
	}

	/** The same with what of its duration was spent in lines. */
	CellResult waited(long millis) {
		return new CellResult(this.cell, this.status, this.failure, this.calls, this.retries, this.requestId,
				this.durationMillis, this.collectedAt, this.rows, this.spilled, this.answeredBy, millis);
	}

	/** The same with the calls that were made elsewhere for the cell. */
	CellResult with(Effort other) {
		return new CellResult(this.cell, this.status, this.failure, this.calls + other.calls(),
				this.retries + other.retries(), this.requestId, this.durationMillis + other.millis(), this.collectedAt,
				this.rows, this.spilled, this.answeredBy, this.waitedMillis);
	}

	/** All evidence of one kind. */
	public <E extends Record> List<E> evidence(Class<E> kind) {
		List<E> evidence = new ArrayList<>();
		each(kind, evidence::add);
		return evidence;
	}

	/**
	 * Hands over the evidence of one kind, one after another: there may be more than
	 * memory should hold.
	 */
	public <E extends Record> void each(Class<E> kind, Consumer<E> use) {
		eachOf(kind, (account, evidence) -> use.accept(evidence));
	}

	/** The same with the account that each row is about. */
	public <E extends Record> void eachOf(Class<E> kind, BiConsumer<AccountId, E> use) {
		this.rows.stream()
			.filter((row) -> kind.isInstance(row.evidence()))
			.forEach((row) -> use.accept(row.account(), kind.cast(row.evidence())));
		this.spilled
			.forEach((spill) -> spill.each(kind, (row) -> use.accept(row.account(), kind.cast(row.evidence()))));
	}

}
