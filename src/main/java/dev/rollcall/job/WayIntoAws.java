package dev.rollcall.job;

import java.util.List;
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
import dev.rollcall.collect.Known;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.OrganizationReader;
import dev.rollcall.organization.OrganizationReader.Organization;
import dev.rollcall.organization.RegionReader;
import dev.rollcall.organization.Roster;
import dev.rollcall.organization.UnreadableOrganizationException;
import org.jspecify.annotations.Nullable;

/**
 * The way into AWS as a configuration has it: who we are, who reads Organizations, which
 * accounts and Regions there are, and the engine that asks them. Nothing is called before
 * it is first asked for.
 */
public final class WayIntoAws {

	private final Connection connection;

	private final Configuration configuration;

	private final SourceCatalog catalog;

	private final String sessionName;

	private final CallEnvironment environment;

	private final Executor executor;

	private final int cellsAhead;

	private final Workspace workspace;

	private final Clocks clocks;

	private @Nullable AccountSessions sessions;

	private @Nullable AccountSession reader;

	/**
	 * A way.
	 * @param sessionName names the run in the accounts' own trails; 2 to 64 characters
	 * @param executor runs cells, each blocking while AWS is called
	 * @param cellsAhead about how many cells may be begun and not yet taken
	 * @param workspace for cells too large for memory
	 */
	public WayIntoAws(Connection connection, Configuration configuration, SourceCatalog catalog, String sessionName,
			CallEnvironment environment, Executor executor, int cellsAhead, Workspace workspace, Clocks clocks) {
		this.connection = connection;
		this.configuration = configuration;
		this.catalog = catalog;
		this.sessionName = sessionName;
		this.environment = environment;
		this.executor = executor;
		this.cellsAhead = cellsAhead;
		this.workspace = workspace;
		this.clocks = clocks;
	}

	/**
	 * The sessions of every account.
	 * @throws UnreadableOrganizationException when STS does not say who we are
	 */
	public AccountSessions sessions() {
		AccountSessions open = this.sessions;
		if (open == null) {
			WayIn way = new WayIn(this.configuration.roleName(), this.configuration.externalId().orElse(null),
					this.sessionName, new Entries(this.catalog, this.configuration).members());
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
	public AccountSession reader() {
		AccountSession open = this.reader;
		if (open == null) {
			AccountSessions sessions = sessions();
			open = this.configuration.organizationRole()
				.map((role) -> sessions.of(role, new Entries(this.catalog, this.configuration).reader()))
				.orElseGet(sessions::own);
			this.reader = open;
		}
		return open;
	}

	/**
	 * Reads the roster and the Regions.
	 * @param given the Regions that people have named; empty where they have not
	 * @throws UnreadableOrganizationException where any of it cannot be read
	 */
	public Discovery discover(Set<String> given) {
		AccountId own = sessions().own().account();
		List<String> regions = given.isEmpty() ? RegionReader.enabledRegions(sessions().own(), sessions().home())
				: List.copyOf(given);
		return switch (this.configuration.roster()) {
			case ORGANIZATION -> organization(own, regions, !given.isEmpty());
			case LIST -> new Discovery(Roster.LIST, own, own, null, null,
					this.configuration.accounts().stream().sorted().map(Account::named).toList(), regions,
					!given.isEmpty());
			case SELF -> new Discovery(Roster.SELF, own, own, null, null, List.of(Account.named(own)), regions,
					!given.isEmpty());
		};
	}

	private Discovery organization(AccountId own, List<String> regions, boolean given) {
		Organization organization = new OrganizationReader(reader(), sessions().home(), this.executor).read();
		return new Discovery(Roster.ORGANIZATION, own, reader().account(), organization.id(), organization.management(),
				organization.accounts(), regions, given);
	}

	/**
	 * An engine that asks.
	 * @param known what is not asked again
	 * @param owners who answers for the organization, as far as that is known yet
	 */
	public Collecting collecting(NightScope night, Known known, KnownOwners owners) {
		return new Collecting(this.catalog, night, known, sessions(), reader(), owners,
				(cell) -> new ParquetSpill(this.workspace), this.executor, this.cellsAhead, this.clocks);
	}

}
