package dev.rollcall.dataset;

import org.jspecify.annotations.Nullable;

/** A statement was refused. The message is DuckDB's own, or as short. */
public final class DatabaseException extends RuntimeException {

	DatabaseException(@Nullable String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
