package dev.rollcall.dataset;

import org.jspecify.annotations.Nullable;

/** The output did not do what was asked of it. The message names the object. */
public final class OutputException extends RuntimeException {

	public OutputException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
