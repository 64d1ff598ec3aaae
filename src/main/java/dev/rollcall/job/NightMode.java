package dev.rollcall.job;

/**
 * What a night does where its date is not untouched.
 *
 * @param again whether a date that is published, or an attempt that was begun as
 * something else, gets a new attempt
 * @param topUp whether only the gaps of the last attempt are read
 */
public record NightMode(boolean again, boolean topUp) {

	boolean isNewAttempt() {
		return this.again || this.topUp;
	}

}
