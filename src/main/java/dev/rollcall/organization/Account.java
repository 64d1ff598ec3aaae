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
 * @param units from the root down to that unit; empty where unknown
 * @param joinedAt when it joined the organization
 * @param unplaced why its unit, or the way to it, is unknown; null where it is known, and
 * where nobody asked
 */
public record Account(AccountId id, @Nullable String name, AccountState state, @Nullable Boolean management,
		@Nullable String ouId, List<Unit> units, @Nullable Instant joinedAt, @Nullable String unplaced) {

	public Account {
		units = List.copyOf(units);
	}

	/** An account of which only the id is known. */
	public static Account named(AccountId id) {
		return new Account(id, null, AccountState.UNKNOWN, null, null, List.of(), null, null);
	}

	/** The ids from the root down to its unit; empty where unknown. */
	public List<String> ouIds() {
		return this.units.stream().map(Unit::id).toList();
	}

	/** The names from the root down to its unit; empty where unknown. */
	public List<String> ouNames() {
		return this.units.stream().map(Unit::name).toList();
	}

	/**
	 * The way from the root to its unit as it is shown, such as
	 * {@code Root/Workloads/Prod}: two units may have the same.
	 */
	public @Nullable String ouPath() {
		return this.units.isEmpty() ? null : String.join("/", ouNames());
	}

}
