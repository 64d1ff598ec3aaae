package dev.rollcall.publication;

import org.jspecify.annotations.Nullable;

/** A file does not hold what was written to it. The message names it and both counts. */
public final class DefectiveFileException extends RuntimeException {

	DefectiveFileException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
