package dev.rollcall.publication;

import org.jspecify.annotations.Nullable;

/** A manifest could not be signed. The message names the key and the reason. */
public final class CannotSignException extends RuntimeException {

	public CannotSignException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
