package dev.rollcall.collect.guardduty;

import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Keyed;
import dev.rollcall.collect.NamesAdministrator;

/**
 * An account that administers GuardDuty for the organization in a Region, as GuardDuty's
 * own list has it; what Organizations' list has is a delegated administrator.
 *
 * @param administratorId the account that administers
 * @param status ENABLED, or DISABLE_IN_PROGRESS while it is being removed
 */
public record GuarddutyAdministrator(AccountId administratorId, String status) implements NamesAdministrator, Keyed {

	@Override
	public AccountId administrator() {
		return this.administratorId;
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.administratorId.value());
	}

}
