package dev.rollcall.account;

import org.jspecify.annotations.Nullable;

/**
 * A call was not answered within its deadlines: AWS refused it as too frequent until the
 * end ({@link Reason#THROTTLED}), or time ran out ({@link Reason#TIMED_OUT}).
 */
public final class CallGivenUpException extends RuntimeException {

	/** Why the call was given up. */
	public enum Reason {

		THROTTLED, TIMED_OUT

	}

	private final Reason reason;

	CallGivenUpException(Reason reason, String message, @Nullable Throwable lastFailure) {
		super(message, lastFailure);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
