package dev.rollcall.job;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.account.AccountSessions.WayIn;
import dev.rollcall.account.CallEnvironment;
import dev.rollcall.account.Connection;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.Exclusions;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.UnreadableOrganizationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The night's way into AWS; nothing is called before it is first asked for. */
@Component
class AwsAccess {

	private final NightRequest request;

	private final SourceCatalog catalog;

	private final Workspace workspace;

	private final Kept kept;

	private final Clocks clocks;

	private final Connection connection;

	private final CallEnvironment environment;

	private final CellThreads threads;

	private @Nullable AccountSessions sessions;

	private @Nullable AccountSession reader;

	AwsAccess(NightRequest request, SourceCatalog catalog, Workspace workspace, Kept kept, CallEnvironment environment,
			CellThreads threads, Clocks clocks) {
		this.request = request;
		this.catalog = catalog;
		this.workspace = workspace;
		this.kept = kept;
		this.connection = request.connection();
		this.environment = environment;
		this.threads = threads;
		this.clocks = clocks;
	}

	/**
	 * The sessions of the night.
	 * @throws UnreadableOrganizationException when STS does not say who we are
	 */
	AccountSessions sessions() {
		AccountSessions open = this.sessions;
		if (open == null) {
			Configuration configuration = this.request.configuration();
			WayIn way = new WayIn(configuration.roleName(), configuration.externalId().orElse(null),
					"rollcall-" + this.request.night().runId(), new Entries(this.catalog, configuration).members());
			try {
				open = AccountSessions.open(this.connection.credentials(), this.connection.home(), way,
						this.environment, this.clocks.calls());
			}
			catch (CancellationException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				throw new UnreadableOrganizationException(
						"We could not learn who we are: sts:GetCallerIdentity: " + ex.getMessage(), ex);
			}
			this.sessions = open;
		}
		return open;
	}

	/** The session from which Organizations is read. */
	AccountSession reader() {
		AccountSession open = this.reader;
		if (open == null) {
			AccountSessions sessions = sessions();
			open = this.request.configuration()
				.organizationRole()
				.map((role) -> sessions.of(role, new Entries(this.catalog, this.request.configuration()).reader()))
				.orElseGet(sessions::own);
			this.reader = open;
		}
		return open;
	}

	/**
	 * An engine of the night.
	 * @param owners who answers for the organization, as far as that is known yet
	 */
	Collecting collecting(Discovery discovery, KnownOwners owners) {
		return new Collecting(this.catalog, night(discovery), this.kept, sessions(), reader(), owners,
				(cell) -> new ParquetSpill(this.workspace), executor(),
				this.threads.cellsAhead() * this.connection.inFlight(), this.clocks);
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
