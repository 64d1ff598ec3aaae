package dev.rollcall.collect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Roster;

/**
 * What a night asks and what it does not, as fixed when it began.
 */
public final class NightScope {

	private final Discovery discovery;

	private final Exclusions exclusions;

	private final Map<AccountId, Account> roster;

	/**
	 * Creates a scope.
	 * @param discovery the roster and the Regions
	 * @param exclusions what is left out
	 */
	public NightScope(Discovery discovery, Exclusions exclusions) {
		this.discovery = discovery;
		this.exclusions = exclusions;
		this.roster = discovery.accounts().stream().collect(Collectors.toMap(Account::id, Function.identity()));
	}

	public Discovery discovery() {
		return this.discovery;
	}

	/** Whether the account is on the roster. */
	public boolean isOnRoster(AccountId account) {
		return this.roster.containsKey(account);
	}

	/** The accounts of the roster that can be called, in order. */
	List<Account> callable() {
		return this.discovery.accounts().stream().filter((account) -> account.state().isCallable()).toList();
	}

	/** Whether this night calls the cell, as far as can be said before calling. */
	public boolean calls(Cell cell) {
		boolean regional = !cell.isGlobal();
		return isCallable(cell.account()) && !this.exclusions.excludes(cell)
				&& (!regional || this.discovery.regions().contains(cell.region()));
	}

	/** The Regions that are asked, in order. */
	public List<String> regionsAsked() {
		return this.discovery.regions()
			.stream()
			.filter((region) -> !this.exclusions.regions().contains(region))
			.toList();
	}

	/**
	 * The Regions in which a source has cells: the night's, or the one of global cells.
	 */
	List<String> regionsOf(SourceDefinition source) {
		return source.isRegional() ? this.discovery.regions() : List.of(Cell.GLOBAL);
	}

	/**
	 * The Regions of a source's cells that a cell in a Region needs: its own; all where
	 * the cell is global.
	 */
	List<String> regionsNeeded(SourceDefinition source, String region) {
		return (source.isRegional() && !region.equals(Cell.GLOBAL)) ? List.of(region) : regionsOf(source);
	}

	private boolean isCallable(AccountId id) {
		Account account = this.roster.get(id);
		return account != null && account.state().isCallable();
	}

	/**
	 * The account of that id; one known by its id alone where it is not on the roster.
	 */
	Account account(AccountId id) {
		Account account = this.roster.get(id);
		return (account != null) ? account : Account.named(id);
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

	/**
	 * The same for a thing at an account that may own it. Who names the thing says that
	 * its service is there.
	 */
	Optional<CellStatus> decidedDistinct(Cell cell) {
		if (this.exclusions.excludes(cell)) {
			return Optional.of(CellStatus.EXCLUDED);
		}
		return account(cell.account()).state().isCallable() ? Optional.empty()
				: Optional.of(CellStatus.ACCOUNT_NOT_ACTIVE);
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
