package dev.rollcall.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.account.AccountSessions.WayIn;
import dev.rollcall.account.CallEnvironment;
import dev.rollcall.account.ClientPool;
import dev.rollcall.account.Connection;
import dev.rollcall.account.Deadlines;
import dev.rollcall.account.SessionPolicies;
import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.Exclusions;
import dev.rollcall.collect.Known;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.RollCall;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.OrganizationReader;
import dev.rollcall.organization.OrganizationReader.Organization;
import dev.rollcall.organization.Roster;

/**
 * Asks every question of one account before the demo begins. A program that has just
 * started is slower than the demo's short deadlines allow: what is missing from its night
 * is to be the scenario's doing, not the machine's.
 */
final class Rehearsal {

	private static final int THREADS = 4;

	private final SourceCatalog catalog;

	private final Connection connection;

	private final Clock clock;

	Rehearsal(SourceCatalog catalog, Connection connection, Clock clock) {
		this.catalog = catalog;
		this.connection = connection;
		this.clock = clock;
	}

	void run() throws InterruptedException {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try (ClientPool clients = new ClientPool(Deadlines.DEFAULT, THREADS, this.connection.endpoint())) {
			CallEnvironment environment = CallEnvironment.startingNow(clients, THREADS, Deadlines.DEFAULT);
			AccountSessions sessions = AccountSessions.open(
					this.connection.credentials(), this.connection.home(), new WayIn("RollcallAudit", null,
							"rollcall-rehearsal", new SessionPolicies(Map.of("account", operations()))),
					environment, this.clock);
			walkFirstAccount(sessions, executor);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private Map<String, List<String>> operations() {
		return this.catalog.definitions()
			.stream()
			.collect(Collectors.toMap(SourceDefinition::name, SourceDefinition::operations));
	}

	private void walkFirstAccount(AccountSessions sessions, ExecutorService executor) throws InterruptedException {
		AccountSession own = sessions.own();
		Organization organization = new OrganizationReader(own, sessions.home(), executor).read();
		List<Account> first = organization.accounts()
			.stream()
			.filter((account) -> account.id().equals(organization.management()))
			.toList();
		Discovery discovery = new Discovery(Roster.ORGANIZATION, own.account(), own.account(), organization.id(),
				organization.management(), organization.accounts(), List.of(sessions.home().id()));
		Collecting collecting = new Collecting(this.catalog, new NightScope(discovery, Exclusions.NONE), Known.NOTHING,
				sessions, own, (cell) -> {
					throw new IllegalStateException("The first account has few rows");
				}, executor, THREADS, this.clock);
		collecting.askWhoOwns();
		collecting.askOwners(List.of()).join();
		RollCall rollCall = collecting.call(first);
		while (rollCall.next() != null) {
			continue;
		}
	}

}
