package dev.rollcall.control;

import java.time.Instant;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/** A row of the dataset {@code root_user}. */
record RootUser(AccountId accountId, Credentials credentials, Mfa mfa, @Nullable Boolean accessKeys,
		@Nullable Instant lastUsedAt) {

	/** Whether the root user can sign in at all. */
	public enum Credentials {

		PRESENT, REMOVED, UNKNOWN

	}

	/** The root user's second factor. */
	public enum Mfa {

		/** A key or a passkey, in hardware or not: all that is no virtual device. */
		NOT_VIRTUAL,

		VIRTUAL,

		/** There is one; the devices could not be read. */
		ENABLED,

		NONE, UNKNOWN

	}

}
