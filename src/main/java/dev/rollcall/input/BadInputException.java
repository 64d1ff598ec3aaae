package dev.rollcall.input;

/**
 * Something that a person wrote is not what was expected. The message is one line that
 * names the place, the thing and the expectation.
 */
public final class BadInputException extends RuntimeException {

	public BadInputException(String message) {
		super(OneLine.of(message));
	}

}
