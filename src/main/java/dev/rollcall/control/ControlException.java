package dev.rollcall.control;

import org.jspecify.annotations.Nullable;

/** A control could not be run, or said what no control may say: a defect of its SQL. */
public final class ControlException extends RuntimeException {

	ControlException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
