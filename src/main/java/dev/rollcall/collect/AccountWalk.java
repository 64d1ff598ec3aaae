package dev.rollcall.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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

	private final OwnerRegions owners;

	private final CompletableFuture<OwnerAnswers> answers;

	private final CellReader cells;

	private final Executor executor;

	private final Clock clock;

	/**
	 * Prepares a walk.
	 * @param answers what the organization's owners answered, for the cells that need it
	 */
	AccountWalk(SourceCatalog catalog, NightScope night, Known known, Askers askers, OwnerRegions owners,
			CompletableFuture<OwnerAnswers> answers, CellReader cells, Executor executor, Clock clock) {
		this.catalog = catalog;
		this.night = night;
		this.known = known;
		this.askers = askers;
		this.owners = owners;
		this.answers = answers;
		this.cells = cells;
		this.executor = executor;
		this.clock = clock;
	}

	/** How many cells every account has; some have more, in Regions of their own. */
	int cellsPerAccount() {
		return cells(this.night.discovery().regions());
	}

	private int cells(List<String> regions) {
		return this.catalog.accountSources()
			.stream()
			.mapToInt((source) -> NightScope.regionsOf(source.definition(), regions).size())
			.sum();
	}

	/**
	 * Walks an account; the cells that are known are not among its results.
	 * @param meter is told of each of its cells
	 */
	CompletableFuture<WalkedAccount> walk(Account account, CellMeter meter) {
		AccountSession session = this.askers.into(account.id());
		Cell list = OwnRegions.cell(account.id());
		Optional<OwnRegions> readFirst = this.owners.readFirst(account.id());
		if (readFirst.isPresent()) {
			return walk(account, session, new LinkedHashMap<>(), readFirst.get(), meter);
		}
		if (this.known.has(list)) {
			return CompletableFuture.supplyAsync(() -> OwnRegions.of(this.known.result(list)), this.executor)
				.thenCompose((own) -> walk(account, session, new LinkedHashMap<>(), own, meter));
		}
		return start(list, this.catalog.named(AccountRegion.SOURCE), account, session, OwnRegions.unknown(account.id()),
				Map.of())
			.thenCompose((opened) -> {
				Map<Cell, CompletableFuture<CellResult>> started = new LinkedHashMap<>();
				started.put(list, CompletableFuture.completedFuture(opened));
				return walk(account, session, started, OwnRegions.of(opened), meter);
			});
	}

	private CompletableFuture<WalkedAccount> walk(Account account, AccountSession session,
			Map<Cell, CompletableFuture<CellResult>> started, OwnRegions own, CellMeter meter) {
		List<String> regions = this.night.regions(own);
		int cells = cells(regions);
		meter.more(cells - cellsPerAccount());
		for (Source source : this.catalog.accountSources()) {
			for (String region : NightScope.regionsOf(source.definition(), regions)) {
				Cell cell = new Cell(account.id(), region, source.definition().name());
				if (!started.containsKey(cell) && !isKnown(cell)) {
					started.put(cell, start(cell, source, account, session, own, started));
				}
			}
		}
		List<CompletableFuture<CellResult>> all = List.copyOf(started.values());
		all.forEach((cell) -> cell.whenComplete((result, failure) -> meter.ended()));
		IntStream.range(all.size(), cells).forEach((known) -> meter.ended());
		return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
			.thenApply((done) -> new WalkedAccount(account, all.stream().map(CompletableFuture::join).toList()));
	}

	/** An owner's list, which was read first, is staged before all accounts. */
	private boolean isKnown(Cell cell) {
		return this.known.has(cell)
				|| (cell.equals(OwnRegions.cell(cell.account())) && this.owners.readFirst(cell.account()).isPresent());
	}

	/** Asks nobody where an owner's answer proves the cell. */
	private CompletableFuture<CellResult> start(Cell cell, Source source, Account account, AccountSession session,
			OwnRegions own, Map<Cell, CompletableFuture<CellResult>> started) {
		SourceDefinition definition = source.definition();
		Optional<CellStatus> decided = this.night.decided(cell, definition, account).or(() -> own.disabled(cell));
		if (decided.isPresent()) {
			return CompletableFuture.completedFuture(this.night.notCalled(cell, decided.get(), this.clock.instant()));
		}
		CompletableFuture<List<CellResult>> dependencies = dependencies(definition, cell, own, started);
		Asked asked = new Asked(account, this.askers.about(definition, session), own);
		Supplier<CompletableFuture<CellResult>> reading = () -> dependencies
			.thenApplyAsync((found) -> this.cells.read(cell, source, asked, new Dependencies(found)), this.executor);
		String owner = definition.answeredBy();
		if (owner == null) {
			return reading.get();
		}
		return owners(owner, cell).thenApplyAsync((owners) -> this.cells.answered(cell, source, owners), this.executor)
			.thenCompose((proven) -> proven.map(CompletableFuture::completedFuture).orElseGet(reading));
	}

	private CompletableFuture<List<CellResult>> dependencies(SourceDefinition source, Cell cell, OwnRegions own,
			Map<Cell, CompletableFuture<CellResult>> started) {
		List<CompletableFuture<List<CellResult>>> needed = new ArrayList<>();
		for (String name : source.dependsOn()) {
			SourceDefinition definition = this.catalog.named(name).definition();
			if (definition.isOrganizational()) {
				needed.add(required(definition, cell));
			}
			else {
				for (String region : NightScope.regionsNeeded(definition, cell.region(), this.night.regions(own))) {
					needed.add(result(new Cell(cell.account(), region, name), started).thenApply(List::of));
				}
			}
		}
		return Futures.all(needed).thenApply((found) -> found.stream().flatMap(List::stream).toList());
	}

	private CompletableFuture<CellResult> result(Cell needed, Map<Cell, CompletableFuture<CellResult>> started) {
		CompletableFuture<CellResult> begun = started.get(needed);
		Optional<OwnRegions> readFirst = needed.equals(OwnRegions.cell(needed.account()))
				? this.owners.readFirst(needed.account()) : Optional.empty();
		if (readFirst.isPresent()) {
			return CompletableFuture.completedFuture(readFirst.get().list(this.clock.instant()));
		}
		return (begun != null) ? begun : CompletableFuture.supplyAsync(() -> this.known.result(needed), this.executor);
	}

	/**
	 * What the organization's owners answered where the cell is, about its account;
	 * nothing in a Region in which none was asked.
	 */
	private CompletableFuture<List<CellResult>> owners(String source, Cell cell) {
		SourceDefinition definition = this.catalog.named(source).definition();
		return owners(definition, cell,
				(region, found) -> this.night.isAdded(region) ? found : require(definition, region, found));
	}

	/** The same for a cell that needs an answer. */
	private CompletableFuture<List<CellResult>> required(SourceDefinition source, Cell cell) {
		return owners(source, cell, (region, found) -> require(source, region, found));
	}

	private List<CellResult> require(SourceDefinition source, String region, List<CellResult> found) {
		return this.night.requireAsked(found, source, region, this.askers.owners(source).get(0), this.clock.instant());
	}

	private CompletableFuture<List<CellResult>> owners(SourceDefinition source, Cell cell,
			BiFunction<String, List<CellResult>, List<CellResult>> check) {
		List<String> regions = NightScope.regionsNeeded(source, cell.region(), this.owners.asked(source));
		return this.answers.thenApplyAsync((answers) -> regions.stream()
			.flatMap((region) -> check.apply(region, answers.of(source.name(), region, cell.account())).stream())
			.toList(), this.executor);
	}

}
