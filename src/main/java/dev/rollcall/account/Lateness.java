package dev.rollcall.account;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How late this program is. A timer that is set again and again comes late where no
 * processor is free for it, and so does everything else: an answer may lie here unread.
 * What is lost in this way is not AWS's silence. Used by many threads at once.
 */
public final class Lateness {

	static final Duration TICK = Duration.ofMillis(20);

	/** By how much timers are late on a machine that has nothing to do. */
	private static final long USUAL = Duration.ofMillis(5).toNanos();

	private final LongSupplier nanoTime;

	private boolean watched;

	private long due;

	private long lost;

	/**
	 * Lateness that nobody watches yet, which is none.
	 * @param nanoTime a clock that only goes forward, in nanoseconds
	 */
	public Lateness(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** Says that a timer is set, to {@link #TICK}. */
	synchronized void set() {
		this.watched = true;
		this.due = this.nanoTime.getAsLong() + TICK.toNanos();
	}

	/** Says that the timer came. */
	synchronized void came() {
		this.lost += overdue();
		this.watched = false;
	}

	/** How much time is lost so far, in nanoseconds: what is being lost now included. */
	synchronized long lost() {
		return this.lost + overdue();
	}

	/** The clock without what is lost: it stands while this program does. */
	synchronized long ownTime() {
		return this.nanoTime.getAsLong() - lost();
	}

	private long overdue() {
		return this.watched ? Math.max(0, this.nanoTime.getAsLong() - this.due - USUAL) : 0;
	}

}
