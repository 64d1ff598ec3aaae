package dev.rollcall.organization;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a night is about, fixed when it begins: a resumed night walks the same accounts
 * and Regions, whatever has become of the organization since.
 *
 * @param roster how the accounts were found
 * @param ownAccount the account where we run
 * @param readerAccount the account from which Organizations was read
 * @param organizationId such as {@code o-a1b2c3d4e5}; null without an organization
 * @param managementAccount null without an organization
 * @param accounts every account, in order of id
 * @param regions the Regions that the night starts with, in order; the Regions of the
 * night once all accounts were asked
 * @param regionsGiven whether people have named them: then they are the night's, whatever
 * other Regions accounts have
 */
public record Discovery(Roster roster, AccountId ownAccount, AccountId readerAccount, @Nullable String organizationId,
		@Nullable AccountId managementAccount, List<Account> accounts, List<String> regions, boolean regionsGiven) {

	public Discovery {
		accounts = List.copyOf(accounts);
		regions = List.copyOf(regions);
	}

	/** The same with the Regions in which anybody was asked. */
	public Discovery withRegions(List<String> all) {
		return new Discovery(this.roster, this.ownAccount, this.readerAccount, this.organizationId,
				this.managementAccount, this.accounts, all, this.regionsGiven);
	}

	/** How many accounts there are, times how many Regions. */
	public long places() {
		return (long) this.accounts.size() * this.regions.size();
	}

	public Set<AccountId> accountIds() {
		return this.accounts.stream().map(Account::id).collect(Collectors.toUnmodifiableSet());
	}

}
