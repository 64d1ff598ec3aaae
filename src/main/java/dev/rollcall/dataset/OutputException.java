package dev.rollcall.dataset;

import org.jspecify.annotations.Nullable;

/**
 * The output did not do what was asked of it. The message names the object, what was
 * answered and, where somebody has to change something, what and who.
 */
public final class OutputException extends RuntimeException {

	private final boolean lasting;

	/** A failure that may not be there the next time. */
	public OutputException(String message, @Nullable Throwable cause) {
		this(message, cause, false);
	}

	/**
	 * A failure.
	 * @param lasting whether it stays until somebody changes something
	 */
	OutputException(String message, @Nullable Throwable cause, boolean lasting) {
		super(message, cause);
		this.lasting = lasting;
	}

	/** Whether it stays until somebody changes something: trying again is of no use. */
	public boolean isLasting() {
		return this.lasting;
	}

}
