package dev.rollcall.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.account.AccountCalls;
import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
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
 * the walk over the units says where each is, at no call an account. One that was moved
 * during the walk is asked for its parent, so that none is lost.
 */
public final class OrganizationReader {

	/** The operations that reading the roster takes, as IAM actions. */
	public static final Set<String> OPERATIONS = Set.of("organizations:DescribeOrganization", "organizations:ListRoots",
			"organizations:ListOrganizationalUnitsForParent", "organizations:ListAccountsForParent",
			"organizations:ListAccounts", "organizations:ListParents");

	/** The largest page that Organizations allows. */
	private static final int PAGE = 20;

	private final AccountCalls calls;

	private final OrganizationsClient organizations;

	/**
	 * Creates a reader.
	 * @param session of the management account or a delegated administrator
	 * @param home the Region through which the global service is asked
	 */
	public OrganizationReader(AccountSession session, Region home) {
		this.calls = session.calls();
		this.organizations = this.calls.client(OrganizationsClient.class, home);
	}

	/**
	 * The organization.
	 * @throws UnreadableOrganizationException when any part of it could not be read, or
	 * it has no account
	 */
	public Organization read() {
		try {
			var described = this.organizations.describeOrganization().organization();
			Map<String, List<String>> units = units();
			List<Account> accounts = accounts(new AccountId(described.masterAccountId()), units, places(units));
			if (accounts.isEmpty()) {
				throw new UnreadableOrganizationException("organizations:ListAccounts answered no account; at least"
						+ " the management account was expected", null);
			}
			return new Organization(described.id(), new AccountId(described.masterAccountId()), accounts);
		}
		catch (UnreadableOrganizationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new UnreadableOrganizationException(
					"The organization could not be read: " + this.calls.log().lastOperation() + ": " + ex.getMessage(),
					ex);
		}
	}

	/** Every root's and unit's id, with the names from the root down to it. */
	private Map<String, List<String>> units() {
		Map<String, List<String>> units = new LinkedHashMap<>();
		Pages.each((token) -> this.organizations.listRoots((request) -> request.maxResults(PAGE).nextToken(token)),
				ListRootsResponse::nextToken,
				(page) -> page.roots().forEach((root) -> units.put(root.id(), List.of(root.name()))));
		List<String> unread = new ArrayList<>(units.keySet());
		while (!unread.isEmpty()) {
			String parent = unread.remove(0);
			Pages.each(
					(token) -> this.organizations.listOrganizationalUnitsForParent(
							(request) -> request.parentId(parent).maxResults(PAGE).nextToken(token)),
					ListOrganizationalUnitsForParentResponse::nextToken,
					(page) -> page.organizationalUnits().forEach((unit) -> {
						if (units.putIfAbsent(unit.id(), below(units.get(parent), unit.name())) == null) {
							unread.add(unit.id());
						}
					}));
		}
		return units;
	}

	private static List<String> below(@Nullable List<String> above, String name) {
		List<String> names = new ArrayList<>((above != null) ? above : List.of());
		names.add(name);
		return List.copyOf(names);
	}

	/** The unit of each account, as the walk over the units met it. */
	private Map<String, String> places(Map<String, List<String>> units) {
		Map<String, String> places = new HashMap<>();
		for (String unit : units.keySet()) {
			Pages.each(
					(token) -> this.organizations
						.listAccountsForParent((request) -> request.parentId(unit).maxResults(PAGE).nextToken(token)),
					ListAccountsForParentResponse::nextToken,
					(page) -> page.accounts().forEach((account) -> places.put(account.id(), unit)));
		}
		return places;
	}

	private List<Account> accounts(AccountId management, Map<String, List<String>> units, Map<String, String> places) {
		Map<AccountId, Account> accounts = new HashMap<>();
		Pages.each((token) -> this.organizations.listAccounts((request) -> request.maxResults(PAGE).nextToken(token)),
				ListAccountsResponse::nextToken, (page) -> page.accounts().forEach((answered) -> {
					AccountId id = new AccountId(answered.id());
					String unit = places.computeIfAbsent(answered.id(), this::parent);
					accounts.put(id, new Account(id, answered.name(), state(answered), id.equals(management), unit,
							units.getOrDefault(unit, List.of()), answered.joinedTimestamp()));
				}));
		return accounts.values().stream().sorted(Comparator.comparing(Account::id)).toList();
	}

	private @Nullable String parent(String account) {
		List<Parent> parents = new ArrayList<>();
		Pages.each((token) -> this.organizations.listParents((request) -> request.childId(account).nextToken(token)),
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

	/** An organization's id, its management account and its accounts in order of id. */
	public record Organization(String id, AccountId management, List<Account> accounts) {

	}

}
