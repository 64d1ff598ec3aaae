package dev.rollcall.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.organization.Account;

/**
 * Walks one account: first which Regions it has, then all its other cells at once, each
 * as soon as the one that it depends on is read.
 */
final class AccountWalk {

	private final SourceCatalog catalog;

	private final NightScope night;

	private final Known known;

	private final AccountSessions sessions;

	private final AccountSession reader;

	private final CellReader cells;

	private final Executor executor;

	private final Clock clock;

	AccountWalk(SourceCatalog catalog, NightScope night, Known known, AccountSessions sessions, AccountSession reader,
			CellReader cells, Executor executor, Clock clock) {
		this.catalog = catalog;
		this.night = night;
		this.known = known;
		this.sessions = sessions;
		this.reader = reader;
		this.cells = cells;
		this.executor = executor;
		this.clock = clock;
	}

	/** How many cells every account has. */
	int cellsPerAccount() {
		return this.catalog.accountSources().stream().mapToInt((source) -> regions(source).size()).sum();
	}

	/**
	 * Walks an account; the cells that are known are not among its results.
	 * @param cellEnded is run as each of its cells ends
	 */
	CompletableFuture<WalkedAccount> walk(Account account, Runnable cellEnded) {
		AccountSession session = this.sessions.of(account.id());
		Cell first = new Cell(account.id(), Cell.GLOBAL, AccountRegion.SOURCE);
		if (this.known.has(first)) {
			return walk(account, session, new LinkedHashMap<>(), Set.of(), cellEnded);
		}
		return start(first, this.catalog.named(AccountRegion.SOURCE), account, session, Set.of(), List.of())
			.thenCompose((opened) -> {
				Map<Cell, CompletableFuture<CellResult>> started = new LinkedHashMap<>();
				started.put(first, CompletableFuture.completedFuture(opened));
				return walk(account, session, started, disabled(opened), cellEnded);
			});
	}

	private static Set<String> disabled(CellResult opened) {
		return opened.evidence(AccountRegion.class)
			.stream()
			.filter(AccountRegion::isDisabled)
			.map(AccountRegion::name)
			.collect(Collectors.toSet());
	}

	private CompletableFuture<WalkedAccount> walk(Account account, AccountSession session,
			Map<Cell, CompletableFuture<CellResult>> started, Set<String> disabled, Runnable cellEnded) {
		int cells = 0;
		for (Source source : this.catalog.accountSources()) {
			for (String region : regions(source)) {
				Cell cell = new Cell(account.id(), region, source.definition().name());
				cells++;
				if (!started.containsKey(cell) && !this.known.has(cell)) {
					started.put(cell,
							start(cell, source, account, session, disabled, dependencies(source, cell, started)));
				}
			}
		}
		List<CompletableFuture<CellResult>> all = List.copyOf(started.values());
		all.forEach((cell) -> cell.whenComplete((result, failure) -> cellEnded.run()));
		IntStream.range(all.size(), cells).forEach((known) -> cellEnded.run());
		return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
			.thenApply((done) -> new WalkedAccount(account, all.stream().map(CompletableFuture::join).toList()));
	}

	private List<CompletableFuture<CellResult>> dependencies(Source source, Cell cell,
			Map<Cell, CompletableFuture<CellResult>> started) {
		List<CompletableFuture<CellResult>> results = new ArrayList<>();
		for (String name : source.definition().dependsOn()) {
			boolean regional = this.catalog.named(name).definition().isRegional();
			Cell needed = new Cell(cell.account(), regional ? cell.region() : Cell.GLOBAL, name);
			CompletableFuture<CellResult> begun = started.get(needed);
			results.add((begun != null) ? begun
					: CompletableFuture.supplyAsync(() -> this.known.result(needed), this.executor));
		}
		return results;
	}

	private List<String> regions(Source source) {
		return source.definition().isRegional() ? this.night.discovery().regions() : List.of(Cell.GLOBAL);
	}

	private CompletableFuture<CellResult> start(Cell cell, Source source, Account account, AccountSession session,
			Set<String> disabled, List<CompletableFuture<CellResult>> dependencies) {
		Optional<CellStatus> decided = this.night.decided(cell, source.definition(), account)
			.or(() -> disabled.contains(cell.region()) ? Optional.of(CellStatus.REGION_DISABLED) : Optional.empty());
		if (decided.isPresent()) {
			return CompletableFuture
				.completedFuture(CellResult.notCalled(cell, decided.get(), null, this.clock.instant()));
		}
		AccountSession asking = (source.definition().askedIn() == AskedIn.READER) ? this.reader : session;
		return CompletableFuture.allOf(dependencies.toArray(CompletableFuture[]::new))
			.thenApply((done) -> new Dependencies(dependencies.stream().map(CompletableFuture::join).toList()))
			.thenApplyAsync((found) -> this.cells.read(cell, source, account, asking, found), this.executor);
	}

}
