package dev.rollcall.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

import dev.rollcall.account.AccountCalls;
import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.PageTokenRefusedException;
import dev.rollcall.account.Pages;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

/**
 * Reads the roster from AWS Organizations. ListAccounts says which accounts there are;
 * the walk over the units, beside it, says where each is, at no call an account. One on
 * which the two do not agree was moved, was made or left meanwhile: it is asked for its
 * parent, so that none is lost, and what cannot be told of it is said of it alone.
 */
public final class OrganizationReader {

	/** The operations that reading the roster takes, as IAM actions. */
	public static final Set<String> OPERATIONS = Set.of("organizations:DescribeOrganization", "organizations:ListRoots",
			"organizations:ListOrganizationalUnitsForParent", "organizations:ListAccountsForParent",
			"organizations:ListAccounts", "organizations:ListParents");

	/** What the operations answer, as sessions know it. */
	public static final String QUESTION = "organization";

	/** The largest page that Organizations allows. */
	static final int PAGE = 20;

	private final AccountSession session;

	private final Region home;

	private final Executor executor;

	/**
	 * Creates a reader.
	 * @param session of the management account or a delegated administrator
	 * @param home the Region through which the global service is asked
	 * @param executor runs what is read beside the walk over the units
	 */
	public OrganizationReader(AccountSession session, Region home, Executor executor) {
		this.session = session;
		this.home = home;
		this.executor = executor;
	}

	/**
	 * The organization.
	 * @throws UnreadableOrganizationException when any part of it could not be read, or
	 * it has no account
	 */
	public Organization read() {
		CompletableFuture<List<software.amazon.awssdk.services.organizations.model.Account>> listing = CompletableFuture
			.supplyAsync(() -> reading(OrganizationReader::listed), this.executor);
		return reading((organizations) -> {
			var described = organizations.describeOrganization().organization();
			UnitTree units = UnitTree.read(organizations);
			SeenAccounts seen = new SeenAccounts();
			units.ids().forEach((unit) -> seen.readIn(unit, units, organizations));
			joined(listing).forEach(seen::listed);
			List<Account> accounts = accounts(organizations, new AccountId(described.masterAccountId()), seen, units);
			if (accounts.isEmpty()) {
				throw new UnreadableOrganizationException("organizations:ListAccounts answered no account; at least"
						+ " the management account was expected", null);
			}
			return new Organization(described.id(), new AccountId(described.masterAccountId()), accounts);
		});
	}

	/** Reads a part with calls of its own, and says which of them failed. */
	private <T> T reading(Function<OrganizationsClient, T> part) {
		AccountCalls calls = this.session.calls(QUESTION);
		OrganizationsClient organizations = calls.client(OrganizationsClient.class, this.home);
		try {
			return wholly(part, organizations);
		}
		catch (UnreadableOrganizationException | CancellationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new UnreadableOrganizationException(
					"The organization could not be read: " + calls.log().lastOperation() + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * A list whose token ran out while it was read is read once more from its beginning.
	 */
	private static <T> T wholly(Function<OrganizationsClient, T> part, OrganizationsClient organizations) {
		try {
			return part.apply(organizations);
		}
		catch (PageTokenRefusedException ex) {
			return part.apply(organizations);
		}
	}

	private static <T> T joined(CompletableFuture<T> part) {
		try {
			return part.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private static List<software.amazon.awssdk.services.organizations.model.Account> listed(
			OrganizationsClient organizations) {
		List<software.amazon.awssdk.services.organizations.model.Account> accounts = new ArrayList<>();
		Pages.each((token) -> organizations.listAccounts((request) -> request.maxResults(PAGE).nextToken(token)),
				ListAccountsResponse::nextToken, (page) -> accounts.addAll(page.accounts()));
		return accounts;
	}

	private static List<Account> accounts(OrganizationsClient organizations, AccountId management, SeenAccounts seen,
			UnitTree units) {
		return seen.all().stream().map((answered) -> {
			AccountId id = new AccountId(answered.id());
			Place place = place(answered, seen, organizations);
			List<Unit> way = units.way(place.unit());
			return new Account(id, answered.name(), place.left() ? AccountState.LEFT : state(answered),
					id.equals(management), place.unit(), way, answered.joinedTimestamp(),
					way.isEmpty() ? unplaced(place) : null);
		}).toList();
	}

	/**
	 * Where the list and the walk do not agree on an account, it is asked for its parent;
	 * where that cannot be told, the one unit that it was met in has to do.
	 */
	private static Place place(software.amazon.awssdk.services.organizations.model.Account account, SeenAccounts seen,
			OrganizationsClient organizations) {
		List<String> met = seen.units(account);
		if (seen.isAgreedOn(account)) {
			return Place.in(met.get(0));
		}
		Place asked = Place.ask(account.id(), organizations);
		return (asked.unit() == null && !asked.left() && met.size() == 1) ? Place.in(met.get(0)) : asked;
	}

	private static String unplaced(Place place) {
		return (place.reason() != null) ? place.reason()
				: "The unit " + place.unit() + " was not among those of the organization.";
	}

	/**
	 * State, or the Status that it replaces where an endpoint still answers only that.
	 */
	@SuppressWarnings("deprecation")
	private static AccountState state(software.amazon.awssdk.services.organizations.model.Account answered) {
		String word = answered.stateAsString();
		if (word == null) {
			word = answered.statusAsString();
		}
		for (AccountState state : AccountState.values()) {
			if (state.name().equals(word) && state != AccountState.LEFT) {
				return state;
			}
		}
		return AccountState.UNKNOWN;
	}

	/** An organization's id, its management account and its accounts in order of id. */
	public record Organization(String id, AccountId management, List<Account> accounts) {

	}

}
