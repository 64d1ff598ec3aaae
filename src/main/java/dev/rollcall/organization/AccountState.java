package dev.rollcall.organization;

/** An account's state as Organizations gives it. */
public enum AccountState {

	PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED,

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
