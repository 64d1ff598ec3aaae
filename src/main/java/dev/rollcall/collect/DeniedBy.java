package dev.rollcall.collect;

import java.util.Locale;

import dev.rollcall.account.EntryRefusedException;
import org.jspecify.annotations.Nullable;

/** Which kind of policy refused a read, as far as the message says. */
public enum DeniedBy {

	/** A service control policy. */
	SCP,

	/** A resource control policy. */
	RCP,

	/** The role's own policy, or its permissions boundary. */
	IDENTITY,

	/** The session policy that Rollcall itself passed. */
	SESSION,

	/** The role is missing or does not trust us. */
	TRUST,

	/** The message does not say. */
	UNKNOWN;

	/**
	 * Reads the message of an access-denied answer.
	 * @param operation the refused operation, as {@code service:Operation}
	 */
	static DeniedBy of(@Nullable String operation, @Nullable String message) {
		String words = (message != null) ? message.toLowerCase(Locale.ROOT) : "";
		if (words.contains("service control policy")) {
			return SCP;
		}
		if (words.contains("resource control policy")) {
			return RCP;
		}
		if (words.contains("session policy")) {
			return SESSION;
		}
		if (words.contains("identity-based policy") || words.contains("permissions boundary")) {
			return IDENTITY;
		}
		boolean namesAnother = words.contains("-based policy") || words.contains("endpoint policy");
		return (EntryRefusedException.OPERATION.equals(operation) && !namesAnother) ? TRUST : UNKNOWN;
	}

}
