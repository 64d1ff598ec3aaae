package dev.rollcall.organization;

import java.time.Instant;
import java.util.List;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An account of the roster.
 *
 * @param id its twelve digits
 * @param name what its owner calls it; null where only the id was given
 * @param state its state when the night began
 * @param management whether it is the organization's management account; null where
 * nobody said
 * @param ouId the organizational unit or root that it is in
 * @param ouNames the names from the root down to that unit; empty where unknown
 * @param joinedAt when it joined the organization
 */
public record Account(AccountId id, @Nullable String name, AccountState state, @Nullable Boolean management,
		@Nullable String ouId, List<String> ouNames, @Nullable Instant joinedAt) {

	public Account {
		ouNames = List.copyOf(ouNames);
	}

	/** An account of which only the id is known. */
	public static Account named(AccountId id) {
		return new Account(id, null, AccountState.UNKNOWN, null, null, List.of(), null);
	}

	/** The way from the root to its unit, such as {@code Root/Workloads/Prod}. */
	public @Nullable String ouPath() {
		return this.ouNames.isEmpty() ? null : String.join("/", this.ouNames);
	}

}
