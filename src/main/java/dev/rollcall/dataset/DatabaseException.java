package dev.rollcall.dataset;

import org.jspecify.annotations.Nullable;

/** DuckDB refused a statement. The message is DuckDB's own. */
public final class DatabaseException extends RuntimeException {

	DatabaseException(@Nullable String message, Throwable cause) {
		super(message, cause);
	}

}
