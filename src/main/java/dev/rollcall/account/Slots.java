package dev.rollcall.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls may be in flight at once. A few in the beginning, one more with each
 * answer: a program that has just started is slow, and calls that it cannot attend to
 * would time out. Used by many threads at once.
 */
public final class Slots {

	private static final int FIRST = 16;

	private final Semaphore free;

	/** How many more may be opened. */
	private final AtomicInteger closed;

	/**
	 * Slots.
	 * @param most how many calls may be in flight in the end
	 */
	public Slots(int most) {
		int first = Math.min(FIRST, most);
		this.free = new Semaphore(first);
		this.closed = new AtomicInteger(most - first);
	}

	/**
	 * Takes a slot, waiting for one where none is free.
	 * @throws InterruptedException when the night is being stopped
	 */
	void acquire() throws InterruptedException {
		this.free.acquire();
	}

	/** Gives a slot back. */
	void release() {
		this.free.release();
	}

	/** Says that a call was answered. */
	void answered() {
		if (this.closed.get() > 0 && this.closed.getAndDecrement() > 0) {
			this.free.release();
		}
	}

	int available() {
		return this.free.availablePermits();
	}

}
