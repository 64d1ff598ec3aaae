package dev.rollcall.job;

import java.time.Duration;

/** Is told how far a night has come. */
public interface NightProgress {

	/** A step begins, such as {@code collect}. */
	void begins(String step);

	/**
	 * The accounts are known.
	 * @param total of the roster
	 * @param walked by an earlier launch of this night
	 */
	void accounts(int total, int walked);

	/** More accounts are walked and staged. */
	void walked(int accounts);

	/**
	 * A step goes on, and nothing else was told for a while.
	 * @param since how long ago it began
	 */
	default void waits(String step, Duration since) {
	}

}
