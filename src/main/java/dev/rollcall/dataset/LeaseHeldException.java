package dev.rollcall.dataset;

/** Another run holds a lease, and is alive. The message says who it is. */
public final class LeaseHeldException extends RuntimeException {

	public LeaseHeldException(String message) {
		super(message);
	}

}
