package dev.rollcall.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import dev.rollcall.account.AccountId;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.DelegatedAdministrator;

/**
 * Asks what is asked once for the whole organization, at whoever owns the answer; each
 * source in each Region as soon as what it depends on is read.
 */
final class OrganizationWalk {

	private final SourceCatalog catalog;

	private final NightScope night;

	private final Known known;

	private final Askers askers;

	private final OwnerRegions regions;

	private final CellReader cells;

	private final Executor executor;

	private final Clock clock;

	OrganizationWalk(SourceCatalog catalog, NightScope night, Known known, Askers askers, OwnerRegions regions,
			CellReader cells, Executor executor, Clock clock) {
		this.catalog = catalog;
		this.night = night;
		this.known = known;
		this.askers = askers;
		this.regions = regions;
		this.cells = cells;
		this.executor = executor;
		this.clock = clock;
	}

	/** Asks the sources that say who owns the answers to all others. */
	CompletableFuture<List<CellResult>> askWhoOwns() {
		return walk(OrganizationWalk::namesOwners, CompletableFuture.completedFuture(OwnerAnswers.NONE));
	}

	/**
	 * Asks those who answer for the organization in each Region which Regions they have:
	 * cells of their own accounts, which are asked no more.
	 */
	CompletableFuture<List<CellResult>> askOwnerRegions() {
		if (!this.night.knowsOrganization()) {
			return CompletableFuture.completedFuture(List.of());
		}
		Source lists = this.catalog.named(AccountRegion.SOURCE);
		return Futures.all(this.regions.needed()
			.stream()
			.filter(this.night::isOnRoster)
			.map(OwnRegions::cell)
			.filter((list) -> this.night.isCalled(list, lists.definition()) && !this.known.has(list))
			.map((list) -> CompletableFuture.supplyAsync(() -> read(list, lists, Dependencies.NONE), this.executor))
			.toList());
	}

	/**
	 * Asks what accounts' cells need of the organization.
	 * @param before what is read already
	 */
	CompletableFuture<List<CellResult>> askFoundations(CompletableFuture<OwnerAnswers> before) {
		return walk((source) -> isFoundation(source) && !namesOwners(source), before);
	}

	/**
	 * Asks all else that is asked once for the organization, whoever answers it.
	 * @param before what is read already, the foundations among it
	 */
	CompletableFuture<List<CellResult>> askOwners(CompletableFuture<OwnerAnswers> before) {
		return walk((source) -> !isFoundation(source) && !namesOwners(source), before);
	}

	private boolean isFoundation(SourceDefinition source) {
		return this.catalog.foundations().contains(source);
	}

	private static boolean namesOwners(SourceDefinition source) {
		return source.evidence().contains(DelegatedAdministrator.class);
	}

	private CompletableFuture<List<CellResult>> walk(Predicate<SourceDefinition> wanted,
			CompletableFuture<OwnerAnswers> before) {
		Map<String, Map<String, CompletableFuture<List<OwnerCell>>>> asked = new HashMap<>();
		List<CompletableFuture<List<OwnerCell>>> all = new ArrayList<>();
		for (Source source : this.catalog.organizationSources()) {
			SourceDefinition definition = source.definition();
			if (wanted.test(definition)) {
				Map<String, CompletableFuture<List<OwnerCell>>> regions = new HashMap<>();
				asked.put(definition.name(), regions);
				for (String region : this.regions.asked(definition)) {
					CompletableFuture<List<OwnerCell>> cells = dependencies(definition, region, asked, before)
						.thenCompose((found) -> ask(source, region, found, before));
					regions.put(region, cells);
					all.add(cells);
				}
			}
		}
		return Futures.all(all)
			.thenApply((found) -> found.stream()
				.flatMap(List::stream)
				.filter((cell) -> !cell.kept())
				.map(OwnerCell::result)
				.toList());
	}

	/** What is known of the cells that a source depends on in a Region. */
	private CompletableFuture<List<CellResult>> dependencies(SourceDefinition source, String region,
			Map<String, Map<String, CompletableFuture<List<OwnerCell>>>> asked,
			CompletableFuture<OwnerAnswers> before) {
		List<CompletableFuture<List<CellResult>>> needed = new ArrayList<>();
		for (String name : source.dependsOn()) {
			Map<String, CompletableFuture<List<OwnerCell>>> tonight = asked.get(name);
			SourceDefinition definition = this.catalog.named(name).definition();
			for (String there : NightScope.regionsNeeded(definition, region, this.regions.asked(definition))) {
				CompletableFuture<List<OwnerCell>> cells = (tonight != null) ? tonight.get(there) : null;
				CompletableFuture<List<CellResult>> results = (cells != null)
						? cells.thenApply((found) -> found.stream().map(OwnerCell::result).toList())
						: before.thenApplyAsync((answers) -> answers.of(name, there, null), this.executor);
				needed.add(results.thenApply((found) -> this.night.requireAsked(found, definition, there,
						this.askers.owners(definition).get(0), this.clock.instant())));
			}
		}
		return Futures.all(needed).thenApply((found) -> found.stream().flatMap(List::stream).toList());
	}

	private CompletableFuture<List<OwnerCell>> ask(Source source, String region, List<CellResult> found,
			CompletableFuture<OwnerAnswers> before) {
		SourceDefinition definition = source.definition();
		if (definition.askedIn() == AskedIn.NAMED_ADMINISTRATOR && this.night.knowsOrganization()) {
			return askNamed(source, region, found, before);
		}
		return Futures.all(this.askers.owners(definition)
			.stream()
			.filter((owner) -> this.regions.isAsked(owner, region))
			.map((owner) -> new Cell(owner, region, definition.name()))
			.filter((cell) -> !this.known.has(cell) || isNeeded(definition))
			.map((cell) -> ask(source, cell, found, before))
			.toList());
	}

	/** Whether what became of its cells has to be known, though they are kept. */
	private boolean isNeeded(SourceDefinition source) {
		return this.catalog.organizationSources()
			.stream()
			.anyMatch((other) -> other.definition().dependsOn().contains(source.name()));
	}

	/** Asks whom other evidence names; where it names nobody, that is the answer. */
	private CompletableFuture<List<OwnerCell>> askNamed(Source source, String region, List<CellResult> found,
			CompletableFuture<OwnerAnswers> before) {
		NamedAdministrators named = NamedAdministrators.of(source.definition(), this.catalog, region, found);
		List<CompletableFuture<OwnerCell>> cells = new ArrayList<>();
		for (AccountId administrator : named.onRoster(this.night)) {
			cells.add(ask(source, new Cell(administrator, region, source.definition().name()), found, before));
		}
		named.unasked(this.night, this.clock.instant()).ifPresent((unasked) -> {
			Cell cell = unasked.cell();
			CellResult result = this.night
				.decidedOrganizational(cell, source.definition(), this.night.account(cell.account()))
				.map((status) -> this.night.notCalled(cell, status, this.clock.instant()))
				.orElse(unasked);
			cells.add(CompletableFuture.completedFuture(new OwnerCell(result, this.known.has(cell))));
		});
		return Futures.all(cells);
	}

	private CompletableFuture<OwnerCell> ask(Source source, Cell cell, List<CellResult> found,
			CompletableFuture<OwnerAnswers> before) {
		if (this.known.has(cell)) {
			return before.thenApplyAsync((answers) -> new OwnerCell(kept(cell, answers), true), this.executor);
		}
		SourceDefinition definition = source.definition();
		Account owner = this.night.account(cell.account());
		Optional<CellStatus> decided = this.night.decidedOrganizational(cell, definition, owner)
			.or(() -> this.regions.of(cell.account()).disabled(cell));
		if (decided.isPresent()) {
			return CompletableFuture
				.completedFuture(new OwnerCell(this.night.notCalled(cell, decided.get(), this.clock.instant()), false));
		}
		Dependencies dependencies = new Dependencies(ofOwner(definition, cell.account(), found));
		return CompletableFuture.supplyAsync(() -> read(cell, source, dependencies), this.executor)
			.thenApply((result) -> new OwnerCell(result, false));
	}

	private CellResult read(Cell cell, Source source, Dependencies dependencies) {
		Asked asked = new Asked(this.night.account(cell.account()), this.askers.of(source.definition(), cell.account()),
				this.regions.of(cell.account()));
		return this.cells.read(cell, source, asked, dependencies);
	}

	private static CellResult kept(Cell cell, OwnerAnswers before) {
		return before.require(cell.source(), cell.region(), null)
			.stream()
			.filter((result) -> result.cell().equals(cell))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(cell + " is kept, and is not there"));
	}

	/**
	 * Of what is asked of the same accounts as the source, an owner's own cells count.
	 */
	private List<CellResult> ofOwner(SourceDefinition source, AccountId owner, List<CellResult> found) {
		return found.stream()
			.filter((result) -> result.cell().account().equals(owner)
					|| !source.asksLike(this.catalog.named(result.cell().source()).definition())
					|| found.stream()
						.noneMatch((other) -> other.cell().source().equals(result.cell().source())
								&& other.cell().account().equals(owner)))
			.toList();
	}

	/**
	 * A cell of an owner.
	 *
	 * @param kept whether it was read before the night began, and is not tonight's
	 */
	private record OwnerCell(CellResult result, boolean kept) {

	}

}
