package dev.rollcall.simulator.world;

/**
 * How many days the organization has lived on. What befalls an account follows from the
 * day, so that the nights after it can be told beforehand.
 *
 * @param days 0 for the organization as it was drawn and written
 */
public record Drift(int days) {

	private static final int SHARES = 1000;

	/**
	 * Whether it has happened by now, once and for all.
	 * @param perMille to how many of a thousand it happens each day
	 */
	public boolean happened(Dice dice, int perMille) {
		return dice.with("drift").below(SHARES) < this.days * perMille;
	}

	/**
	 * Whether it is so today, whatever it was yesterday.
	 * @param perMille of how many of a thousand it is so on a day
	 */
	public boolean today(Dice dice, int perMille) {
		return this.days > 0 && dice.with("day").with(this.days).below(SHARES) < perMille;
	}

	/** Whether today is one of these days, the last one included. */
	boolean isBetween(int first, int last) {
		return this.days >= first && this.days <= last;
	}

	/**
	 * How many accounts have joined: one on the first day, and one in a thousand each
	 * day.
	 */
	int joined(int accounts) {
		return (this.days > 0) ? 1 + Math.toIntExact((long) this.days * accounts / SHARES) : 0;
	}

}
