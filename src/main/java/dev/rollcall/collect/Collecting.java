package dev.rollcall.collect;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.DelegatedAdministrator;

/** The engine of one night: asks the organization's owners once, and every account. */
public final class Collecting {

	/** Rows held in memory before accounts with many of them spill: about 100 MB. */
	private static final long ROWS_IN_MEMORY = 50_000;

	private final OrganizationWalk organization;

	private final AccountWalk accounts;

	private final RowBudget budget = new RowBudget(ROWS_IN_MEMORY);

	private final int cellsAhead;

	/**
	 * Prepares the engine; nothing is called yet.
	 * @param known what is not asked again
	 * @param reader the session from which Organizations is read
	 * @param spills where cells too large for memory put their rows
	 * @param executor runs cells, each blocking while AWS is called
	 * @param cellsAhead about how many cells may be begun and not yet taken
	 */
	public Collecting(SourceCatalog catalog, NightScope night, Known known, AccountSessions sessions,
			AccountSession reader, Spill.Store spills, Executor executor, int cellsAhead, Clocks clocks) {
		CellReader cells = new CellReader(night, sessions.home(), this.budget, spills, executor, clocks);
		this.organization = new OrganizationWalk(catalog, night, known, sessions, reader, cells, executor,
				clocks.evidence());
		this.accounts = new AccountWalk(catalog, night, known, sessions, reader, cells, executor, clocks.evidence());
		this.cellsAhead = cellsAhead;
	}

	/**
	 * Asks what a night needs to know before it can ask all else: the delegated
	 * administrators.
	 */
	public List<CellResult> askWhoOwns() {
		return this.organization.askWhoOwns().join();
	}

	/**
	 * Begins to ask what is asked once for the organization: of its reader, of management
	 * and of the delegated administrators.
	 */
	public CompletableFuture<List<CellResult>> askOwners(List<DelegatedAdministrator> administrators) {
		return this.organization.askOwners(administrators);
	}

	/** Begins to walk accounts. */
	public RollCall call(List<Account> accounts) {
		return new RollCall(accounts, this.accounts, this.cellsAhead, this.budget);
	}

}
