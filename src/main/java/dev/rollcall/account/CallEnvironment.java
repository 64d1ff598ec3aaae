package dev.rollcall.account;

import java.util.function.LongSupplier;

/**
 * What all calls of a night share.
 *
 * @param clients where SDK clients come from
 * @param slots how many calls may be in flight at once
 * @param deadlines when to give up
 * @param parking how to wait outside a slot
 * @param nanoTime a clock that only goes forward, in nanoseconds
 * @param nightEnds when no further call is begun, on that clock
 */
public record CallEnvironment(ClientSource clients, Slots slots, Deadlines deadlines, Parking parking,
		LongSupplier nanoTime, long nightEnds) {

	/** The environment of a night that begins now. */
	public static CallEnvironment startingNow(ClientSource clients, int slots, Deadlines deadlines) {
		return new CallEnvironment(clients, new Slots(slots), deadlines, Parking.THREAD, System::nanoTime,
				System.nanoTime() + deadlines.night().toNanos());
	}

}
