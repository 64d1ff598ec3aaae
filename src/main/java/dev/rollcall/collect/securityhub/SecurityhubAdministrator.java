package dev.rollcall.collect.securityhub;

import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Keyed;
import dev.rollcall.collect.NamesAdministrator;

/**
 * An account that administers Security Hub for the organization in a Region, as Security
 * Hub's own list has it; what Organizations' list has is a delegated administrator.
 *
 * @param administratorId the account that administers
 * @param status ENABLED, or DISABLE_IN_PROGRESS while it is being removed
 */
public record SecurityhubAdministrator(AccountId administratorId, String status) implements NamesAdministrator, Keyed {

	@Override
	public AccountId administrator() {
		return this.administratorId;
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.administratorId.value());
	}

}
