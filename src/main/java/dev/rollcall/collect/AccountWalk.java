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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rollcall.account.AccountSession;
import dev.rollcall.organization.Account;

/**
 * Walks one account: first which Regions it has, then all its other cells at once, each
 * as soon as the one that it depends on is read.
 */
final class AccountWalk {

	private final SourceCatalog catalog;

	private final NightScope night;

	private final Known known;

	private final Askers askers;

	private final CompletableFuture<OwnerAnswers> answers;

	private final CellReader cells;

	private final Executor executor;

	private final Clock clock;

	/**
	 * Prepares a walk.
	 * @param answers what the organization's owners answered, for the cells that need it
	 */
	AccountWalk(SourceCatalog catalog, NightScope night, Known known, Askers askers,
			CompletableFuture<OwnerAnswers> answers, CellReader cells, Executor executor, Clock clock) {
		this.catalog = catalog;
		this.night = night;
		this.known = known;
		this.askers = askers;
		this.answers = answers;
		this.cells = cells;
		this.executor = executor;
		this.clock = clock;
	}

	/** How many cells every account has. */
	int cellsPerAccount() {
		return this.catalog.accountSources()
			.stream()
			.mapToInt((source) -> this.night.regionsOf(source.definition()).size())
			.sum();
	}

	/**
	 * Walks an account; the cells that are known are not among its results.
	 * @param cellEnded is run as each of its cells ends
	 */
	CompletableFuture<WalkedAccount> walk(Account account, Runnable cellEnded) {
		AccountSession session = this.askers.into(account.id());
		Cell first = new Cell(account.id(), Cell.GLOBAL, AccountRegion.SOURCE);
		if (this.known.has(first)) {
			return walk(account, session, new LinkedHashMap<>(), Set.of(), cellEnded);
		}
		return start(first, this.catalog.named(AccountRegion.SOURCE), account, session, Set.of(), Map.of())
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
			for (String region : this.night.regionsOf(source.definition())) {
				Cell cell = new Cell(account.id(), region, source.definition().name());
				cells++;
				if (!started.containsKey(cell) && !this.known.has(cell)) {
					started.put(cell, start(cell, source, account, session, disabled, started));
				}
			}
		}
		List<CompletableFuture<CellResult>> all = List.copyOf(started.values());
		all.forEach((cell) -> cell.whenComplete((result, failure) -> cellEnded.run()));
		IntStream.range(all.size(), cells).forEach((known) -> cellEnded.run());
		return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
			.thenApply((done) -> new WalkedAccount(account, all.stream().map(CompletableFuture::join).toList()));
	}

	/** Asks nobody where an owner's answer proves the cell. */
	private CompletableFuture<CellResult> start(Cell cell, Source source, Account account, AccountSession session,
			Set<String> disabled, Map<Cell, CompletableFuture<CellResult>> started) {
		SourceDefinition definition = source.definition();
		Optional<CellStatus> decided = this.night.decided(cell, definition, account)
			.or(() -> disabled.contains(cell.region()) ? Optional.of(CellStatus.REGION_DISABLED) : Optional.empty());
		if (decided.isPresent()) {
			return CompletableFuture
				.completedFuture(CellResult.notCalled(cell, decided.get(), null, this.clock.instant()));
		}
		CompletableFuture<List<CellResult>> dependencies = dependencies(definition, cell, started);
		AccountSession asking = this.askers.about(definition, session);
		Supplier<CompletableFuture<CellResult>> asked = () -> dependencies.thenApplyAsync(
				(found) -> this.cells.read(cell, source, account, asking, new Dependencies(found)), this.executor);
		String owner = definition.answeredBy();
		if (owner == null) {
			return asked.get();
		}
		return owners(owner, cell).thenApplyAsync((owners) -> this.cells.answered(cell, source, owners), this.executor)
			.thenCompose((proven) -> proven.map(CompletableFuture::completedFuture).orElseGet(asked));
	}

	private CompletableFuture<List<CellResult>> dependencies(SourceDefinition source, Cell cell,
			Map<Cell, CompletableFuture<CellResult>> started) {
		List<CompletableFuture<List<CellResult>>> needed = new ArrayList<>();
		for (String name : source.dependsOn()) {
			SourceDefinition definition = this.catalog.named(name).definition();
			if (definition.isOrganizational()) {
				needed.add(owners(name, cell));
			}
			else {
				for (String region : this.night.regionsNeeded(definition, cell.region())) {
					needed.add(result(new Cell(cell.account(), region, name), started).thenApply(List::of));
				}
			}
		}
		return Futures.all(needed).thenApply((found) -> found.stream().flatMap(List::stream).toList());
	}

	private CompletableFuture<CellResult> result(Cell needed, Map<Cell, CompletableFuture<CellResult>> started) {
		CompletableFuture<CellResult> begun = started.get(needed);
		return (begun != null) ? begun : CompletableFuture.supplyAsync(() -> this.known.result(needed), this.executor);
	}

	/** What the organization's owners answered where the cell is, about its account. */
	private CompletableFuture<List<CellResult>> owners(String source, Cell cell) {
		List<String> regions = this.night.regionsNeeded(this.catalog.named(source).definition(), cell.region());
		return this.answers.thenApplyAsync((answers) -> regions.stream()
			.flatMap((region) -> answers.require(source, region, cell.account()).stream())
			.toList(), this.executor);
	}

}
