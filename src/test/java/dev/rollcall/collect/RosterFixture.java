package dev.rollcall.collect;

import java.util.List;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.PagedList.Outcome;
import dev.rollcall.organization.OrganizationReader;
import dev.rollcall.organization.UnreadableOrganizationException;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Root;

/** What Organizations answers about the roster, which is no source's. */
final class RosterFixture {

	private static final PagedOperation ROOTS = new PagedOperation("organizations:ListRoots",
			ListRootsResponse::builder, "Roots", (n) -> Root.builder().id("r-" + n).name("Root").build());

	private static final PagedOperation UNITS = new PagedOperation("organizations:ListOrganizationalUnitsForParent",
			ListOrganizationalUnitsForParentResponse::builder, "OrganizationalUnits",
			(n) -> OrganizationalUnit.builder().id("ou-" + n).name("unit " + n).build());

	private static final PagedOperation CHILDREN = new PagedOperation("organizations:ListAccountsForParent",
			ListAccountsForParentResponse::builder, "Accounts", RosterFixture::account);

	private static final PagedOperation ACCOUNTS = new PagedOperation("organizations:ListAccounts",
			ListAccountsResponse::builder, "Accounts", RosterFixture::account);

	private RosterFixture() {
	}

	static List<PagedOperation> pages() {
		return List.of(ROOTS, UNITS, CHILDREN, ACCOUNTS);
	}

	/** An organization of one root and one account besides. */
	static FakeAws in(FakeAws aws) {
		aws.on("organizations:DescribeOrganization",
				Answer.of(DescribeOrganizationResponse.builder()
					.organization((organization) -> organization.id("o-1").masterAccountId(id(0)))
					.build()));
		aws.on("organizations:ListParents",
				Answer.of(ListParentsResponse.builder().parents((parent) -> parent.id("r-0")).build()));
		return aws.on(ROOTS.name(), ROOTS.one())
			.on(ACCOUNTS.name(), ACCOUNTS.one())
			.on(UNITS.name(), UNITS.none())
			.on(CHILDREN.name(), CHILDREN.none());
	}

	/** Reads the roster. */
	static Outcome read(FakeAws aws) {
		try {
			var reader = new OrganizationReader(aws.sessions(aws.environment(4)).own(), FakeAws.HOME, Runnable::run);
			return new Outcome(null, List.copyOf(reader.read().accounts()));
		}
		catch (UnreadableOrganizationException ex) {
			return new Outcome(String.valueOf(ex.getMessage()), List.of());
		}
	}

	private static Object account(int n) {
		return Account.builder().id(id(n)).name("account " + n).state("ACTIVE").build();
	}

	private static String id(int n) {
		return "%012d".formatted(n);
	}

}
