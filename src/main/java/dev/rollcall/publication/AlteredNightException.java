package dev.rollcall.publication;

import org.jspecify.annotations.Nullable;

/**
 * What a published night consists of is no longer what was published. The message names
 * the object.
 */
public final class AlteredNightException extends RuntimeException {

	public AlteredNightException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
