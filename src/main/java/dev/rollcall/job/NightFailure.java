package dev.rollcall.job;

/** A night that was not published, for a reason that has an exit code of its own. */
public final class NightFailure extends RuntimeException {

	/** Why. */
	public enum Reason {

		/** No account could be entered. */
		NOBODY_ANSWERED,

		/** Somebody published the night before us. */
		ALREADY_PUBLISHED,

		/** The output did not say whether the commit was put. */
		UNKNOWN_COMMIT

	}

	private final Reason reason;

	public NightFailure(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
