package dev.rollcall.collect;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.organization.Account;

/** The engine of one night: asks the organization's owners once, and every account. */
public final class Collecting {

	/** Rows held in memory before accounts with many of them spill: about 100 MB. */
	private static final long ROWS_IN_MEMORY = 50_000;

	private final SourceCatalog catalog;

	private final NightScope night;

	private final Known known;

	private final Askers askers;

	private final OwnerRegions regions;

	private final CellReader cells;

	private final OrganizationWalk organization;

	private final RowBudget budget = new RowBudget(ROWS_IN_MEMORY);

	private final Executor executor;

	private final int cellsAhead;

	private final Clock clock;

	/**
	 * Prepares the engine; nothing is called yet.
	 * @param known what is not asked again
	 * @param reader the session from which Organizations is read
	 * @param owners who answers for the organization, as far as that is known yet
	 * @param spills where cells too large for memory put their rows
	 * @param executor runs cells, each blocking while AWS is called
	 * @param cellsAhead about how many cells may be begun and not yet taken
	 */
	public Collecting(SourceCatalog catalog, NightScope night, Known known, AccountSessions sessions,
			AccountSession reader, KnownOwners owners, Spill.Store spills, Executor executor, int cellsAhead,
			Clocks clocks) {
		this.catalog = catalog;
		this.night = night;
		this.known = known;
		this.askers = new Askers(sessions, reader, new Owners(night.discovery(), owners.administrators()));
		this.regions = new OwnerRegions(night, owners, known, catalog, this.askers);
		this.cells = new CellReader(night, sessions.home(), this.budget, spills, executor, clocks);
		this.organization = new OrganizationWalk(catalog, night, known, this.askers, this.regions, this.cells, executor,
				clocks.evidence());
		this.executor = executor;
		this.cellsAhead = cellsAhead;
		this.clock = clocks.evidence();
	}

	/**
	 * Asks what a night needs to know before it can ask all else: the delegated
	 * administrators.
	 */
	public List<CellResult> askWhoOwns() {
		return this.organization.askWhoOwns().join();
	}

	/**
	 * Asks those who answer for the organization in each Region which Regions they have.
	 * These are cells of their own accounts, and are asked no more.
	 */
	public List<CellResult> askOwnerRegions() {
		return this.organization.askOwnerRegions().join();
	}

	/**
	 * Begins to ask once for the organization what accounts' cells need; nothing where no
	 * source needs any.
	 * @param before what {@link #askWhoOwns()} gave, staged
	 */
	public CompletableFuture<List<CellResult>> askFoundations(OwnerAnswers before) {
		return this.organization.askFoundations(CompletableFuture.completedFuture(before));
	}

	/**
	 * Begins to ask all else that is asked once for the organization: of its reader, of
	 * management and of the delegated administrators.
	 * @param answers what {@link #askWhoOwns()} and {@link #askFoundations} gave, staged
	 */
	public CompletableFuture<List<CellResult>> askOwners(CompletableFuture<OwnerAnswers> answers) {
		return this.organization.askOwners(answers);
	}

	/**
	 * Begins to walk accounts.
	 * @param answers the same; only the cells that need them wait for them
	 */
	public RollCall call(List<Account> accounts, CompletableFuture<OwnerAnswers> answers) {
		AccountWalk walk = new AccountWalk(this.catalog, this.night, this.known, this.askers, this.regions, answers,
				this.cells, this.executor, this.clock);
		return new RollCall(accounts, walk, this.cellsAhead, this.budget);
	}

	/**
	 * Asks about things, each once, in the account that owns it; returns when all have
	 * been.
	 * @param named what the evidence of all accounts names, by who asks about it
	 * @param use is given each cell as it ends, and holds its rows no longer than that
	 */
	public void askAbout(List<NamedThings> named, Consumer<CellResult> use) {
		ThingWalk walk = new ThingWalk(this.night, this.askers, this.cells, this.executor, this.cellsAhead, this.clock);
		List<NamedThing> open = named.stream()
			.flatMap((things) -> things.all().stream())
			.filter((thing) -> !this.known.hasThing(thing.source().definition().name(), thing.arn()))
			.toList();
		walk.each(open, (result) -> {
			use.accept(result);
			this.budget.giveBack(result.rows().size());
		});
	}

}
