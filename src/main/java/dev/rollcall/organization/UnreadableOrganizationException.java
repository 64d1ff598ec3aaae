package dev.rollcall.organization;

import org.jspecify.annotations.Nullable;

/**
 * The organization, or the list of Regions, could not be read: there is no night without
 * it. The message says what was asked, what was answered and what to do.
 */
public final class UnreadableOrganizationException extends RuntimeException {

	public UnreadableOrganizationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
