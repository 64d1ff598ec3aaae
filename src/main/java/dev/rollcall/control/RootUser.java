package dev.rollcall.control;

import java.time.Instant;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The root user of an account, put together from three sources by
 * {@code derived/root_user.sql}.
 *
 * @param credentials whether it has a password, a key or a certificate
 * @param mfa which second factor it has
 * @param accessKeys whether it has access keys; null where nobody said
 * @param lastUsedAt when its password or a key of it was last used
 */
public record RootUser(AccountId accountId, Credentials credentials, Mfa mfa, @Nullable Boolean accessKeys,
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
