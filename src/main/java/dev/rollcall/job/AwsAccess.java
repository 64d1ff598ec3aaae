package dev.rollcall.job;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.account.CallEnvironment;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.Exclusions;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.Discovery;
import org.springframework.stereotype.Component;

/** The night's way into AWS; nothing is called before it is first asked for. */
@Component
class AwsAccess {

	private final NightRequest request;

	private final Kept kept;

	private final CellThreads threads;

	private final WayIntoAws way;

	AwsAccess(NightRequest request, SourceCatalog catalog, Workspace workspace, Kept kept, CallEnvironment environment,
			CellThreads threads, Clocks clocks) {
		this.request = request;
		this.kept = kept;
		this.threads = threads;
		this.way = new WayIntoAws(request.connection(), request.configuration(), catalog,
				"rollcall-" + request.night().runId(), environment, threads.executor(),
				threads.cellsAhead() * request.connection().inFlight(), workspace, clocks);
	}

	/**
	 * The sessions of the night.
	 * @throws dev.rollcall.organization.UnreadableOrganizationException when STS does not
	 * say who we are
	 */
	AccountSessions sessions() {
		return this.way.sessions();
	}

	/** The session from which Organizations is read. */
	AccountSession reader() {
		return this.way.reader();
	}

	/**
	 * Reads the roster and the Regions.
	 * @param given the Regions that people have named; empty where they have not
	 */
	Discovery discover(Set<String> given) {
		return this.way.discover(given);
	}

	/**
	 * An engine of the night.
	 * @param owners who answers for the organization, as far as that is known yet
	 */
	Collecting collecting(Discovery discovery, KnownOwners owners) {
		return this.way.collecting(night(discovery), this.kept, owners);
	}

	/** What the night asks and what it does not; nothing is called for it. */
	NightScope night(Discovery discovery) {
		return new NightScope(discovery, exclusions(discovery), this.request.configuration().logArchive());
	}

	private Exclusions exclusions(Discovery discovery) {
		var accounts = new HashSet<>(this.request.configuration().excludedAccounts());
		Optional<Set<AccountId>> only = this.request.onlyAccounts();
		only.ifPresent((kept) -> discovery.accountIds()
			.stream()
			.filter((account) -> !kept.contains(account))
			.forEach(accounts::add));
		return new Exclusions(accounts, this.request.excludedRegions(), this.request.configuration().excludedSources());
	}

	/** Runs what blocks while AWS is called. */
	Executor executor() {
		return this.threads.executor();
	}

}
