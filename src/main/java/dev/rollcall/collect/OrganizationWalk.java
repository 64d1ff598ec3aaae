package dev.rollcall.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;

/** Asks what is asked once for the whole organization, at whoever owns the answer. */
final class OrganizationWalk {

	private final SourceCatalog catalog;

	private final NightScope night;

	private final Known known;

	private final AccountSessions sessions;

	private final AccountSession reader;

	private final CellReader cells;

	private final Executor executor;

	private final Clock clock;

	OrganizationWalk(SourceCatalog catalog, NightScope night, Known known, AccountSessions sessions,
			AccountSession reader, CellReader cells, Executor executor, Clock clock) {
		this.catalog = catalog;
		this.night = night;
		this.known = known;
		this.sessions = sessions;
		this.reader = reader;
		this.cells = cells;
		this.executor = executor;
		this.clock = clock;
	}

	/**
	 * Asks who the organization's questions may be asked of, which the rest waits for.
	 */
	CompletableFuture<List<CellResult>> askWhoOwns() {
		return walk(sources(OrganizationWalk::namesOwners), List.of());
	}

	/**
	 * Asks all else that is asked once for the organization, whoever answers it.
	 * @param administrators as Organizations named them; none where that is a gap
	 */
	CompletableFuture<List<CellResult>> askOwners(List<DelegatedAdministrator> administrators) {
		return walk(sources((source) -> !namesOwners(source)), administrators);
	}

	private static boolean namesOwners(Source source) {
		return source.definition().evidence().contains(DelegatedAdministrator.class);
	}

	private List<Source> sources(Predicate<Source> wanted) {
		return this.catalog.organizationSources().stream().filter(wanted).toList();
	}

	private CompletableFuture<List<CellResult>> walk(List<Source> sources,
			List<DelegatedAdministrator> administrators) {
		Map<AccountId, AccountSession> entered = new LinkedHashMap<>();
		List<CompletableFuture<CellResult>> results = new ArrayList<>();
		for (Source source : sources) {
			for (AccountId owner : owners(source.definition(), administrators)) {
				AccountSession session = session(source, owner, entered);
				for (String region : regions(source)) {
					Cell cell = new Cell(owner, region, source.definition().name());
					if (!this.known.has(cell)) {
						results.add(start(cell, source, session));
					}
				}
			}
		}
		return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
			.thenApply((done) -> results.stream().map(CompletableFuture::join).toList());
	}

	private AccountSession session(Source source, AccountId owner, Map<AccountId, AccountSession> entered) {
		return (source.definition().askedIn() == AskedIn.READER) ? this.reader
				: entered.computeIfAbsent(owner, this.sessions::of);
	}

	private CompletableFuture<CellResult> start(Cell cell, Source source, AccountSession session) {
		Account owner = this.night.account(cell.account());
		Optional<CellStatus> decided = this.night.decidedOrganizational(cell, source.definition(), owner);
		if (decided.isPresent()) {
			return CompletableFuture
				.completedFuture(CellResult.notCalled(cell, decided.get(), null, this.clock.instant()));
		}
		return CompletableFuture.supplyAsync(() -> this.cells.read(cell, source, owner, session, Dependencies.NONE),
				this.executor);
	}

	private List<String> regions(Source source) {
		return source.definition().isRegional() ? this.night.discovery().regions() : List.of(Cell.GLOBAL);
	}

	private List<AccountId> owners(SourceDefinition source, List<DelegatedAdministrator> administrators) {
		Discovery discovery = this.night.discovery();
		AccountId management = discovery.managementAccount();
		if (management == null) {
			return List.of(discovery.ownAccount());
		}
		TreeSet<AccountId> delegated = new TreeSet<>();
		administrators.stream()
			.filter((administrator) -> source.servicePrincipals().contains(administrator.servicePrincipal()))
			.forEach((administrator) -> delegated.add(new AccountId(administrator.administratorId())));
		return switch (source.askedIn()) {
			case ACCOUNT, READER -> List.of(discovery.readerAccount());
			case ADMINISTRATOR_OR_MANAGEMENT -> List.of(delegated.isEmpty() ? management : delegated.first());
			case MANAGEMENT_AND_ADMINISTRATORS -> {
				delegated.add(management);
				yield List.copyOf(delegated);
			}
		};
	}

}
