package dev.rollcall.account;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a unit of work wait without holding a slot. A parked unit costs a thread of its
 * own (a virtual one where the runtime has them), never one of the calls in flight.
 */
@FunctionalInterface
public interface Parking {

	/** Waits on the current thread, at least as long as said unless interrupted. */
	Parking THREAD = (duration) -> {
		long end = System.nanoTime() + duration.toNanos();
		for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
			if (Thread.interrupted()) {
				throw new InterruptedException("Interrupted while waiting for a turn");
			}
		}
	};

	/**
	 * Waits.
	 * @throws InterruptedException when the night is being stopped
	 */
	void park(Duration duration) throws InterruptedException;

}
