package dev.rollcall.collect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.AccountState;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Roster;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/**
 * What a night asks and what it does not, as its beginning and each account's own list of
 * Regions have it.
 */
public final class NightScope {

	private final Discovery discovery;

	private final Exclusions exclusions;

	private final Optional<AccountId> logArchive;

	private final Map<AccountId, Account> roster;

	/**
	 * Creates a scope of which nobody said who keeps the logs.
	 * @param discovery the roster and the Regions
	 * @param exclusions what is left out
	 */
	public NightScope(Discovery discovery, Exclusions exclusions) {
		this(discovery, exclusions, Optional.empty());
	}

	/**
	 * Creates a scope.
	 * @param discovery the roster and the Regions
	 * @param exclusions what is left out
	 * @param logArchive the account that keeps everybody's logs, where somebody said so
	 */
	public NightScope(Discovery discovery, Exclusions exclusions, Optional<AccountId> logArchive) {
		this.discovery = discovery;
		this.exclusions = exclusions;
		this.logArchive = logArchive;
		this.roster = discovery.accounts().stream().collect(Collectors.toMap(Account::id, Function.identity()));
	}

	public Discovery discovery() {
		return this.discovery;
	}

	/** The account that keeps everybody's logs, where somebody said so. */
	public Optional<AccountId> logArchive() {
		return this.logArchive;
	}

	/** Whether the account is on the roster. */
	public boolean isOnRoster(AccountId account) {
		return this.roster.containsKey(account);
	}

	/** The accounts of the roster that can be called, in order. */
	List<Account> callable() {
		return this.discovery.accounts().stream().filter((account) -> account.state().isCallable()).toList();
	}

	/**
	 * Whether this night calls a cell, as far as can be said before calling.
	 * @param own what is known of the Regions of its account
	 */
	boolean calls(Cell cell, OwnRegions own) {
		return isCallable(cell.account()) && !this.exclusions.excludes(cell)
				&& (cell.isGlobal() || regions(own).contains(cell.region()));
	}

	/**
	 * The Regions in which an account is asked: those that the night starts with, in
	 * order, and behind them those that its own list adds, unless people have named the
	 * night's.
	 */
	List<String> regions(OwnRegions own) {
		List<String> regions = this.discovery.regions();
		if (this.discovery.regionsGiven()) {
			return regions;
		}
		Stream<String> added = own.inUse().stream().filter((region) -> !regions.contains(region));
		return Stream.concat(regions.stream(), added).toList();
	}

	/**
	 * The Regions in which an account answers, those first that the night starts with.
	 */
	List<String> regionsAsked(OwnRegions own) {
		List<String> wanted = regions(own).stream()
			.filter((region) -> !this.exclusions.regions().contains(region))
			.toList();
		List<String> usable = wanted.stream().filter((region) -> !own.isDisabled(region)).toList();
		return usable.isEmpty() ? wanted : usable;
	}

	/**
	 * The Regions in which a source has cells: the given ones, or the one of global
	 * cells.
	 */
	static List<String> regionsOf(SourceDefinition source, List<String> regions) {
		return source.isRegional() ? regions : List.of(Cell.GLOBAL);
	}

	/**
	 * The Regions of a source's cells that a cell in a Region needs: its own; all where
	 * the cell is global.
	 * @param all those in which the source is asked
	 */
	static List<String> regionsNeeded(SourceDefinition source, String region, List<String> all) {
		return (source.isRegional() && !region.equals(Cell.GLOBAL)) ? List.of(region) : regionsOf(source, all);
	}

	/** Whether the night has a Region only because an account's own list added it. */
	boolean isAdded(String region) {
		return !region.equals(Cell.GLOBAL) && !this.discovery.regions().contains(region);
	}

	/** Whether anything is called for a cell of an account. */
	boolean isCalled(Cell cell, SourceDefinition source) {
		return decided(cell, source, account(cell.account())).isEmpty();
	}

	/**
	 * What owners answered in a Region, for a cell that would take nothing for an answer:
	 * a gap where none of them is in that Region.
	 * @param owner one that would have been asked
	 * @throws IllegalStateException where the night starts with the Region, and nobody
	 * was asked
	 */
	List<CellResult> requireAsked(List<CellResult> found, SourceDefinition source, String region, AccountId owner,
			Instant at) {
		if (!found.isEmpty()) {
			return found;
		}
		if (!isAdded(region)) {
			throw new IllegalStateException("Nobody was asked for " + source.name() + " in " + region);
		}
		return List.of(CellResult.notCalled(new Cell(owner, region, source.name()), CellStatus.FAILED,
				CellFailure.ownerUnknown("Nobody who answers for the organization has the Region " + region), at));
	}

	/** A cell for which nothing is called, as {@link #decided} says. */
	CellResult notCalled(Cell cell, CellStatus status, Instant at) {
		Account account = account(cell.account());
		boolean left = status == CellStatus.ACCOUNT_NOT_ACTIVE && account.state() == AccountState.LEFT;
		return CellResult.notCalled(cell, status, left ? CellFailure.left(account) : null, at);
	}

	/**
	 * What a cell is in a Region in which nobody asks its account, though others are
	 * asked there: as the account's own list has it. A list that does not call the Region
	 * disabled proves nothing of it.
	 * @param list what became of the cell in which that list is read; null where the
	 * account is not on the roster
	 * @param listedAs the list's word for the Region; null where it has none
	 * @param at when coverage is completed
	 */
	public CellResult unasked(Cell cell, SourceDefinition source, @Nullable CellResult list, @Nullable String listedAs,
			Instant at) {
		Account account = account(cell.account());
		Optional<CellStatus> decided = source.isOrganizational() ? decidedOrganizational(cell, source, account)
				: decided(cell, source, account);
		if (decided.isPresent()) {
			return notCalled(cell, decided.get(), at);
		}
		if (list == null) {
			return CellResult.notCalled(cell, CellStatus.FAILED,
					CellFailure.ownerUnknown("The account " + account.id() + " is not on the roster"), at);
		}
		if (list.status() != CellStatus.READ) {
			return CellResult.notCalled(cell, list.status(), list.failure(), at);
		}
		return RegionOptStatus.DISABLED.toString().equals(listedAs)
				? CellResult.notCalled(cell, CellStatus.REGION_DISABLED, null, at)
				: CellResult.notCalled(cell, CellStatus.FAILED, CellFailure.notListed(cell.region(), listedAs), at);
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
