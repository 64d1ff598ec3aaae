package dev.rollcall.collect;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many rows of evidence all accounts together hold in memory. Above the limit, a cell
 * that holds many of them spills.
 */
final class RowBudget {

	private final long limit;

	private final AtomicLong held = new AtomicLong();

	RowBudget(long limit) {
		this.limit = limit;
	}

	void take(int rows) {
		this.held.addAndGet(rows);
	}

	void giveBack(int rows) {
		this.held.addAndGet(-rows);
	}

	boolean isExceeded() {
		return this.held.get() > this.limit;
	}

}
