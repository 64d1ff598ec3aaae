package dev.rollcall.export;

import org.jspecify.annotations.Nullable;

/** What an export says of an account; all but its id is null where nobody knows. */
record AccountFacts(String accountId, @Nullable String name, @Nullable String ouId, @Nullable String ouPath,
		@Nullable String environment, @Nullable String workload, @Nullable String businessUnit,
		@Nullable String billing) {

	/** An account that the roster does not have. */
	static AccountFacts unknown(String accountId) {
		return new AccountFacts(accountId, null, null, null, null, null, null, null);
	}

}
