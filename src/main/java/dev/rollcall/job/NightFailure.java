package dev.rollcall.job;

import dev.rollcall.dataset.Lease;
import dev.rollcall.dataset.OutputException;

/** A night that was not published, for a reason that has an exit code of its own. */
public final class NightFailure extends RuntimeException {

	/** Why. */
	public enum Reason {

		/** No account could be entered. */
		NOBODY_ANSWERED,

		/** Somebody published the night before us. */
		ALREADY_PUBLISHED,

		/** Another run holds the night. */
		HELD,

		/** A signal ended the night early; the same command goes on with it. */
		STOPPED,

		/** The output refuses what a night needs, until somebody changes something. */
		UNUSABLE_OUTPUT,

		/** The output did not say whether the commit was put. */
		UNKNOWN_COMMIT

	}

	private final Reason reason;

	public NightFailure(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** Of a night that a signal ended. */
	public static NightFailure stopped() {
		return new NightFailure(Reason.STOPPED, "The night was stopped");
	}

	/** Of a night whose output refuses what it will need. */
	public static NightFailure unusable(OutputException refusal) {
		return new NightFailure(Reason.UNUSABLE_OUTPUT, String.valueOf(refusal.getMessage()));
	}

	/** Of a run that seemed dead. */
	static NightFailure takenOver() {
		return new NightFailure(Reason.HELD, "it took over from this one, which did not renew its lease in time");
	}

	/** Fails where another run has taken the night over. */
	static void throwUnlessHeld(Lease lease) {
		if (!lease.isHeld()) {
			throw takenOver();
		}
	}

	public Reason reason() {
		return this.reason;
	}

}
