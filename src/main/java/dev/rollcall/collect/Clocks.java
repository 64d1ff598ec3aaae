package dev.rollcall.collect;

import java.time.Clock;

/**
 * What a night is dated by.
 *
 * @param calls the real time: by it sessions expire and a wrong clock is found out
 * @param evidence when things were seen; another day's where a night is played for it
 */
public record Clocks(Clock calls, Clock evidence) {

	/** One time for both. */
	public static Clocks of(Clock clock) {
		return new Clocks(clock, clock);
	}

}
