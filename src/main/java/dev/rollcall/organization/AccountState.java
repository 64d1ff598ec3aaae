package dev.rollcall.organization;

/** An account's state, as Organizations gives it but for two. */
public enum AccountState {

	PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED,

	/**
	 * It was in the organization when its accounts were listed, and no longer when it was
	 * asked where it is. No word of Organizations.
	 */
	LEFT,

	/**
	 * Nobody said: the roster is a list, or Organizations used a word that is newer than
	 * this version. Such an account is called.
	 */
	UNKNOWN;

	/** Whether AWS lets an account in this state be entered. */
	public boolean isCallable() {
		return this == ACTIVE || this == UNKNOWN;
	}

}
