package dev.rollcall.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.organization.Account;
import org.jspecify.annotations.Nullable;

/**
 * Walks one account: first which Regions it has, then all its other cells at once, each
 * as soon as the one that it depends on is read.
 */
final class AccountWalk {

	private final SourceCatalog catalog;

	private final NightScope night;

	private final AccountSessions sessions;

	private final AccountSession reader;

	private final CellReader cells;

	private final Set<String> needed;

	private final Executor executor;

	private final Clock clock;

	AccountWalk(SourceCatalog catalog, NightScope night, AccountSessions sessions, AccountSession reader,
			CellReader cells, Executor executor, Clock clock) {
		this.catalog = catalog;
		this.night = night;
		this.sessions = sessions;
		this.reader = reader;
		this.cells = cells;
		this.executor = executor;
		this.clock = clock;
		this.needed = catalog.definitions()
			.stream()
			.map(SourceDefinition::dependsOn)
			.flatMap((name) -> Optional.ofNullable(name).stream())
			.collect(Collectors.toSet());
	}

	/** How many cells every account has. */
	int cellsPerAccount() {
		return this.catalog.accountSources().stream().mapToInt((source) -> regions(source).size()).sum();
	}

	/**
	 * Walks an account.
	 * @param cellEnded is run as each of its cells ends
	 */
	CompletableFuture<WalkedAccount> walk(Account account, Runnable cellEnded) {
		AccountSession session = this.sessions.of(account.id());
		Source regions = this.catalog.named(AccountRegion.SOURCE);
		Cell first = new Cell(account.id(), Cell.GLOBAL, AccountRegion.SOURCE);
		return start(first, regions, account, session, Set.of(), null)
			.thenCompose((opened) -> walk(account, session, opened, cellEnded));
	}

	private CompletableFuture<WalkedAccount> walk(Account account, AccountSession session, CellResult opened,
			Runnable cellEnded) {
		Set<String> disabled = opened.evidence(AccountRegion.class)
			.stream()
			.filter(AccountRegion::isDisabled)
			.map(AccountRegion::name)
			.collect(Collectors.toSet());
		Map<Cell, CompletableFuture<CellResult>> started = new HashMap<>();
		started.put(opened.cell(), CompletableFuture.completedFuture(opened));
		List<CompletableFuture<CellResult>> all = new ArrayList<>(started.values());
		for (Source source : this.catalog.accountSources()) {
			for (String region : regions(source)) {
				Cell cell = new Cell(account.id(), region, source.definition().name());
				if (!started.containsKey(cell)) {
					CompletableFuture<CellResult> result = start(cell, source, account, session, disabled,
							dependency(source, cell, started));
					started.put(cell, result);
					all.add(result);
				}
			}
		}
		all.forEach((cell) -> cell.whenComplete((result, failure) -> cellEnded.run()));
		return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
			.thenApply((done) -> new WalkedAccount(account, all.stream().map(CompletableFuture::join).toList()));
	}

	private static @Nullable CompletableFuture<CellResult> dependency(Source source, Cell cell,
			Map<Cell, CompletableFuture<CellResult>> started) {
		String needed = source.definition().dependsOn();
		return (needed != null) ? started.get(new Cell(cell.account(), cell.region(), needed)) : null;
	}

	private List<String> regions(Source source) {
		return source.definition().scope().isRegional() ? this.night.discovery().regions() : List.of(Cell.GLOBAL);
	}

	private CompletableFuture<CellResult> start(Cell cell, Source source, Account account, AccountSession session,
			Set<String> disabled, @Nullable CompletableFuture<CellResult> dependency) {
		Optional<CellStatus> decided = this.night.decided(cell, source.definition(), account)
			.or(() -> disabled.contains(cell.region()) ? Optional.of(CellStatus.REGION_DISABLED) : Optional.empty());
		if (decided.isPresent()) {
			return CompletableFuture
				.completedFuture(CellResult.notCalled(cell, decided.get(), null, this.clock.instant()));
		}
		AccountSession asking = (source.definition().askedIn() == AskedIn.READER) ? this.reader : session;
		boolean maySpill = !this.needed.contains(cell.source());
		if (dependency == null) {
			return CompletableFuture.supplyAsync(() -> this.cells.read(cell, source, account, asking, null, maySpill),
					this.executor);
		}
		return dependency.thenApplyAsync((found) -> this.cells.read(cell, source, account, asking, found, maySpill),
				this.executor);
	}

}
