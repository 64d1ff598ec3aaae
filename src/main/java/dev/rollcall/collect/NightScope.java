package dev.rollcall.collect;

import java.util.List;
import java.util.Optional;

import dev.rollcall.account.AccountId;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Roster;

/**
 * What a night asks and what it does not, as fixed when it began.
 *
 * @param discovery the roster and the Regions
 * @param exclusions what is left out
 */
public record NightScope(Discovery discovery, Exclusions exclusions) {

	/** Whether the account is on the roster. */
	public boolean isOnRoster(AccountId account) {
		return this.discovery.account(account).isPresent();
	}

	/** Whether this night calls the cell, as far as can be said before calling. */
	public boolean calls(Cell cell) {
		boolean regional = !cell.isGlobal();
		return this.discovery.account(cell.account()).filter((account) -> account.state().isCallable()).isPresent()
				&& !this.exclusions.excludes(cell) && (!regional || this.discovery.regions().contains(cell.region()));
	}

	/** The Regions that are asked, in order. */
	public List<String> regionsAsked() {
		return this.discovery.regions()
			.stream()
			.filter((region) -> !this.exclusions.regions().contains(region))
			.toList();
	}

	/** Whether the roster tells accounts of the organization from others. */
	public boolean knowsOrganization() {
		return this.discovery.roster() == Roster.ORGANIZATION;
	}

	/** What a cell is before anything is called; empty where it is to be called. */
	Optional<CellStatus> decided(Cell cell, SourceDefinition source, Account account) {
		return this.exclusions.excludes(cell) ? Optional.of(CellStatus.EXCLUDED)
				: decidedUnlessExcluded(cell, source, account);
	}

	/**
	 * The same for what is asked once for the organization: its owners are asked although
	 * the night leaves them out as accounts.
	 */
	Optional<CellStatus> decidedOrganizational(Cell cell, SourceDefinition source, Account owner) {
		boolean excluded = this.exclusions.regions().contains(cell.region())
				|| this.exclusions.sources().contains(cell.source());
		return excluded ? Optional.of(CellStatus.EXCLUDED) : decidedUnlessExcluded(cell, source, owner);
	}

	private Optional<CellStatus> decidedUnlessExcluded(Cell cell, SourceDefinition source, Account account) {
		if (!knowsOrganization() && source.askedIn() != AskedIn.ACCOUNT) {
			return Optional.of(CellStatus.EXCLUDED);
		}
		if (!account.state().isCallable()) {
			return Optional.of(CellStatus.ACCOUNT_NOT_ACTIVE);
		}
		if (!cell.isGlobal() && !ServiceRegions.mayExist(source.service(), cell.region())) {
			return Optional.of(CellStatus.NOT_AVAILABLE);
		}
		return Optional.empty();
	}

}
