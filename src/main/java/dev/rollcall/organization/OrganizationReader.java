package dev.rollcall.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

import dev.rollcall.account.AccountCalls;
import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.PageTokenRefusedException;
import dev.rollcall.account.Pages;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.Parent;

/**
 * Reads the roster from AWS Organizations. ListAccounts says which accounts there are;
 * the walk over the units, beside it, says where each is, at no call an account. One that
 * was moved during the walk is asked for its parent, so that none is lost.
 */
public final class OrganizationReader {

	/** The operations that reading the roster takes, as IAM actions. */
	public static final Set<String> OPERATIONS = Set.of("organizations:DescribeOrganization", "organizations:ListRoots",
			"organizations:ListOrganizationalUnitsForParent", "organizations:ListAccountsForParent",
			"organizations:ListAccounts", "organizations:ListParents");

	/** What the operations answer, as sessions know it. */
	public static final String QUESTION = "organization";

	/** The largest page that Organizations allows. */
	private static final int PAGE = 20;

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
			Map<String, List<Unit>> units = units(organizations);
			Found found = new Found();
			units.keySet().forEach((unit) -> found.in(unit, organizations));
			joined(listing).forEach(found::listed);
			List<Account> accounts = accounts(organizations, new AccountId(described.masterAccountId()), found, units);
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
		catch (UnreadableOrganizationException ex) {
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

	/** Every root's and unit's id, with the way from the root down to it. */
	private static Map<String, List<Unit>> units(OrganizationsClient organizations) {
		Map<String, List<Unit>> units = new LinkedHashMap<>();
		Pages.each((token) -> organizations.listRoots((request) -> request.maxResults(PAGE).nextToken(token)),
				ListRootsResponse::nextToken, (page) -> page.roots()
					.forEach((root) -> units.put(root.id(), List.of(new Unit(root.id(), root.name())))));
		List<String> unread = new ArrayList<>(units.keySet());
		while (!unread.isEmpty()) {
			String parent = unread.remove(0);
			Pages.each(
					(token) -> organizations.listOrganizationalUnitsForParent(
							(request) -> request.parentId(parent).maxResults(PAGE).nextToken(token)),
					ListOrganizationalUnitsForParentResponse::nextToken,
					(page) -> page.organizationalUnits().forEach((unit) -> {
						if (units.putIfAbsent(unit.id(),
								below(units.get(parent), new Unit(unit.id(), unit.name()))) == null) {
							unread.add(unit.id());
						}
					}));
		}
		return units;
	}

	private static List<Unit> below(@Nullable List<Unit> above, Unit unit) {
		List<Unit> way = new ArrayList<>((above != null) ? above : List.of());
		way.add(unit);
		return List.copyOf(way);
	}

	private static List<Account> accounts(OrganizationsClient organizations, AccountId management, Found found,
			Map<String, List<Unit>> units) {
		List<Account> accounts = new ArrayList<>();
		found.answers.forEach((id, answered) -> {
			AccountId account = new AccountId(id);
			String unit = found.places.computeIfAbsent(id, (unplaced) -> parent(organizations, unplaced));
			accounts.add(new Account(account, answered.name(), state(answered), account.equals(management), unit,
					units.getOrDefault(unit, List.of()), answered.joinedTimestamp()));
		});
		return accounts.stream().sorted(Comparator.comparing(Account::id)).toList();
	}

	private static @Nullable String parent(OrganizationsClient organizations, String account) {
		List<Parent> parents = new ArrayList<>();
		Pages.each((token) -> organizations.listParents((request) -> request.childId(account).nextToken(token)),
				ListParentsResponse::nextToken, (page) -> parents.addAll(page.parents()));
		return parents.isEmpty() ? null : parents.get(0).id();
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
			if (state.name().equals(word)) {
				return state;
			}
		}
		return AccountState.UNKNOWN;
	}

	/**
	 * Every account that the list or the walk met: one that was made or moved meanwhile
	 * is in one of them.
	 */
	private static final class Found {

		private final Map<String, software.amazon.awssdk.services.organizations.model.Account> answers = new HashMap<>();

		private final Map<String, String> places = new HashMap<>();

		void in(String unit, OrganizationsClient organizations) {
			Pages.each(
					(token) -> organizations
						.listAccountsForParent((request) -> request.parentId(unit).maxResults(PAGE).nextToken(token)),
					ListAccountsForParentResponse::nextToken, (page) -> page.accounts().forEach((account) -> {
						this.places.put(account.id(), unit);
						this.answers.put(account.id(), account);
					}));
		}

		void listed(software.amazon.awssdk.services.organizations.model.Account account) {
			this.answers.put(account.id(), account);
		}

	}

	/** An organization's id, its management account and its accounts in order of id. */
	public record Organization(String id, AccountId management, List<Account> accounts) {

	}

}
