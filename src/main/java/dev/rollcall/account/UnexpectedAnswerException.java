package dev.rollcall.account;

/**
 * AWS answered, and not what its documentation says. The message names the difference.
 */
public final class UnexpectedAnswerException extends RuntimeException {

	public UnexpectedAnswerException(String message) {
		super(message);
	}

}
