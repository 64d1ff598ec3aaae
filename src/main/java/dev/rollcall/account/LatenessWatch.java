package dev.rollcall.account;

import java.util.concurrent.Executor;

/**
 * Sets a timer again and again. It waits as cells wait, on a thread of theirs: where they
 * queue for a processor it queues with them.
 */
final class LatenessWatch implements AutoCloseable {

	private final Lateness lateness;

	private final Parking parking;

	private volatile boolean closed;

	LatenessWatch(Lateness lateness, Parking parking) {
		this.lateness = lateness;
		this.parking = parking;
	}

	void start(Executor executor) {
		executor.execute(this::watch);
	}

	private void watch() {
		try {
			while (!this.closed) {
				this.lateness.set();
				this.parking.park(Lateness.TICK);
				this.lateness.came();
			}
		}
		catch (InterruptedException ex) {
			this.lateness.came();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed = true;
	}

}
