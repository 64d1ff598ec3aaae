package dev.rollcall.dataset;

/** The output did not do what was asked of it. The message names the object. */
public final class OutputException extends RuntimeException {

	OutputException(String message, Throwable cause) {
		super(message, cause);
	}

}
