package dev.rollcall.account;

/**
 * How often one cell may repeat calls that failed: ten times, and once more for every ten
 * answers. A list that fails at every page does not become three times as long.
 */
final class RetryBudget {

	private static final int FIRST = 10;

	private static final double EARNED = 0.1;

	private double left = FIRST;

	void answered() {
		this.left = Math.min(FIRST, this.left + EARNED);
	}

	/** Takes a repetition, if there is one left. */
	boolean take() {
		if (this.left < 1) {
			return false;
		}
		this.left--;
		return true;
	}

}
