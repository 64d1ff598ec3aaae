package dev.rollcall.account;

/**
 * An account could not be entered: its role was not assumed. The cause is what
 * {@code sts:AssumeRole} answered; it is asked once and holds for all cells of the
 * account.
 */
public final class EntryRefusedException extends RuntimeException {

	/** The operation by which accounts are entered. */
	public static final String OPERATION = "sts:AssumeRole";

	private final CallLog log;

	EntryRefusedException(Throwable cause, CallLog log) {
		super(cause.getMessage(), cause);
		this.log = log;
	}

	/** The calls that were made to enter the account. */
	public CallLog log() {
		return this.log;
	}

}
