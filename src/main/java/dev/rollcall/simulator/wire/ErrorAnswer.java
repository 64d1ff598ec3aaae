package dev.rollcall.simulator.wire;

/** What a service refuses a call with; each protocol has its own form for it. */
public final class ErrorAnswer extends RuntimeException {

	private final int status;

	private final String code;

	private final String message;

	/**
	 * An error.
	 * @param status the HTTP status
	 * @param code the error code, such as {@code AccessDeniedException}
	 */
	public ErrorAnswer(int status, String code, String message) {
		super(code + ": " + message, null, false, false);
		this.status = status;
		this.code = code;
		this.message = message;
	}

	/** What S3 says of what it does not serve. */
	public static ErrorAnswer notImplemented() {
		return new ErrorAnswer(501, "NotImplemented",
				"A header you provided implies functionality that is not implemented.");
	}

	public int status() {
		return this.status;
	}

	public String code() {
		return this.code;
	}

	/** What the service says, without the code. */
	public String sentence() {
		return this.message;
	}

}
