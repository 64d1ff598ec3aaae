package dev.rollcall.account;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * How many calls may be in flight at once. A few in the beginning, one more with each
 * answer: a program that has just started is slow, and calls that it cannot attend to
 * would time out. Fewer while this program is late: what it begins then, it only answers
 * later. Used by many threads at once.
 */
public final class Slots {

	private static final int FIRST = 4;

	/** Lateness takes none away below this: AWS's latency is not ours. */
	private static final int LEAST = 8;

	private static final long LOOK_EVERY = Duration.ofMillis(500).toNanos();

	/** What share of the time may be lost; none opens from half of it on. */
	private static final double LATE = 0.2;

	private static final double FEWER = 0.7;

	private final Permits free;

	private final int most;

	private final Lateness lateness;

	private int open;

	/** The share of the time that was lost when it was last looked at. */
	private double lately;

	private long ownTimeThen;

	private long lostThen;

	/**
	 * Slots.
	 * @param most how many calls may be in flight in the end
	 * @param lateness of this program
	 */
	public Slots(int most, Lateness lateness) {
		this.most = most;
		this.open = Math.min(FIRST, most);
		this.free = new Permits(this.open);
		this.lateness = lateness;
		this.ownTimeThen = lateness.ownTime();
		this.lostThen = lateness.lost();
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
		look();
		this.free.release();
	}

	/** Says that a call was answered. */
	synchronized void answered() {
		if (this.open < this.most && this.lately <= LATE / 2) {
			this.open++;
			this.free.release();
		}
	}

	private synchronized void look() {
		long own = this.lateness.ownTime();
		long lost = this.lateness.lost();
		long passed = (own - this.ownTimeThen) + (lost - this.lostThen);
		if (passed < LOOK_EVERY) {
			return;
		}
		this.lately = (double) (lost - this.lostThen) / passed;
		this.ownTimeThen = own;
		this.lostThen = lost;
		if (this.lately > LATE) {
			int fewer = Math.min(this.open, Math.max(Math.min(LEAST, this.most), (int) (this.open * FEWER)));
			this.free.close(this.open - fewer);
			this.open = fewer;
		}
	}

	int available() {
		return this.free.availablePermits();
	}

	/**
	 * Those taken away may still be in use: then none is free until they are given back.
	 */
	private static final class Permits extends Semaphore {

		private static final long serialVersionUID = 1;

		Permits(int permits) {
			super(permits);
		}

		void close(int permits) {
			reducePermits(permits);
		}

	}

}
