package dev.rollcall.account;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * What all calls of a night share.
 *
 * @param clients where SDK clients come from
 * @param slots how many calls may be in flight at once
 * @param deadlines when to give up
 * @param parking how to wait outside a slot
 * @param nanoTime a clock that only goes forward, in nanoseconds
 * @param lateness how much of that time this program had no processor
 * @param nightEnds when no further call is begun, on that clock
 * @param throttles how often AWS said that we call too often
 */
public record CallEnvironment(ClientSource clients, Slots slots, Deadlines deadlines, Parking parking,
		LongSupplier nanoTime, Lateness lateness, long nightEnds, LongAdder throttles) {

	/** The same with other clients. */
	public CallEnvironment through(ClientSource others) {
		return new CallEnvironment(others, this.slots, this.deadlines, this.parking, this.nanoTime, this.lateness,
				this.nightEnds, this.throttles);
	}

	/** The environment of a night that begins now. */
	public static CallEnvironment startingNow(ClientPool clients, int slots, Deadlines deadlines) {
		return new CallEnvironment(clients, new Slots(slots, clients.lateness()), deadlines, Parking.THREAD,
				System::nanoTime, clients.lateness(), System.nanoTime() + deadlines.night().toNanos(), new LongAdder());
	}

}
