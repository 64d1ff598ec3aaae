package dev.rollcall.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsRequest;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reading an organization while it changes: accounts leave and move, units are deleted,
 * between any two calls. Management is in the root, one account in each of two units.
 */
class OrganizationReaderTests {

	private static final String MANAGEMENT = "000000000001";

	private static final String DEV = "000000000002";

	private static final String PROD = "000000000003";

	private static final String ROOT = "r-1";

	private static final String DEV_UNIT = "ou-1-dev";

	private static final String PROD_UNIT = "ou-1-prod";

	/** Units below each, as they are when they are listed. */
	private final Map<String, List<String>> units = new HashMap<>(Map.of(ROOT, List.of(DEV_UNIT, PROD_UNIT)));

	/** The pages of accounts in each. */
	private final Map<String, List<List<String>>> inside = new HashMap<>(Map.of(ROOT, List.of(List.of(MANAGEMENT)),
			DEV_UNIT, List.of(List.of(DEV)), PROD_UNIT, List.of(List.of(PROD))));

	private final List<String> listed = new ArrayList<>(List.of(MANAGEMENT, DEV, PROD));

	/** What each is in once it is asked. */
	private final Map<String, String> parents = new HashMap<>(Map.of(MANAGEMENT, ROOT, DEV, DEV_UNIT, PROD, PROD_UNIT));

	/** The code with which an operation refuses to speak of a thing, once or always. */
	private final Map<String, String> refusals = new TreeMap<>();

	private final FakeAws aws = new FakeAws(new FakeTime());

	@BeforeEach
	void answer() {
		this.aws
			.on("organizations:DescribeOrganization",
					(call) -> DescribeOrganizationResponse.builder()
						.organization((organization) -> organization.id("o-1").masterAccountId(MANAGEMENT))
						.build())
			.on("organizations:ListRoots",
					(call) -> ListRootsResponse.builder().roots((root) -> root.id(ROOT).name("Root")).build())
			.on("organizations:ListAccounts",
					(call) -> ListAccountsResponse.builder()
						.accounts(this.listed.stream().map(OrganizationReaderTests::account).toList())
						.build())
			.on("organizations:ListOrganizationalUnitsForParent", this::units)
			.on("organizations:ListAccountsForParent", this::inside)
			.on("organizations:ListParents", this::parents);
	}

	@Test
	void asksNobodyForItsParentWhereNothingChanges() {
		assertThat(places()).containsExactlyInAnyOrderEntriesOf(
				Map.of(MANAGEMENT, "Root", DEV, "Root/" + DEV_UNIT, PROD, "Root/" + PROD_UNIT));
		assertThat(this.aws.calls("organizations:ListParents")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "ParentNotFoundException", "TargetNotFoundException", "OrganizationalUnitNotFoundException" })
	void aUnitThatWasDeletedIsGoneAndItsNeighboursStand(String code) {
		this.refusals.put("units " + DEV_UNIT, code);
		this.inside.put(ROOT, List.of(List.of(MANAGEMENT, DEV)));
		assertThat(places()).containsEntry(DEV, "Root").containsEntry(PROD, "Root/" + PROD_UNIT);
		assertThat(this.aws.calls("organizations:ListAccountsForParent")).hasSize(2);
	}

	@Test
	void whoWasInAUnitThatWasDeletedIsWhereItIsNow() {
		this.refusals.put("accounts " + DEV_UNIT, "ParentNotFoundException");
		this.parents.put(DEV, PROD_UNIT);
		assertThat(places()).containsEntry(DEV, "Root/" + PROD_UNIT).containsEntry(PROD, "Root/" + PROD_UNIT);
	}

	@Test
	void whoWasMetInAUnitThatWasDeletedBeforeItsNextPageIsWhereItIsNow() {
		this.inside.put(DEV_UNIT, List.of(List.of(DEV), List.of()));
		this.refusals.put("accounts " + DEV_UNIT + " 1", "ParentNotFoundException");
		this.parents.put(DEV, ROOT);
		assertThat(places()).containsEntry(DEV, "Root");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ChildNotFoundException", "AccountNotFoundException", "TargetNotFoundException" })
	void anAccountThatWasListedAndIsNoLongerThereHasLeft(String code) {
		this.inside.put(DEV_UNIT, List.of(List.of()));
		this.refusals.put("parents " + DEV, code);
		Account left = accountRead(DEV);
		assertThat(left.state()).isEqualTo(AccountState.LEFT);
		assertThat(left.state().isCallable()).isFalse();
		assertThat(left.unplaced()).isEqualTo("organizations:ListParents failed (" + code + ").");
		assertThat(accountRead(PROD).state()).isEqualTo(AccountState.ACTIVE);
	}

	@Test
	void anAccountThatWasMetInAUnitAndNotListedHasLeftWhereNobodyKnowsIt() {
		this.listed.remove(DEV);
		this.refusals.put("parents " + DEV, "ChildNotFoundException");
		assertThat(accountRead(DEV).state()).isEqualTo(AccountState.LEFT);
	}

	@Test
	void anAccountThatJoinedWhileTheyWereListedIsOnTheRoster() {
		this.listed.remove(DEV);
		assertThat(accountRead(DEV).state()).isEqualTo(AccountState.ACTIVE);
		assertThat(places()).containsEntry(DEV, "Root/" + DEV_UNIT);
	}

	@Test
	void anAccountThatWasMetInTwoUnitsIsWhereItIsNow() {
		this.inside.put(PROD_UNIT, List.of(List.of(PROD, DEV)));
		this.parents.put(DEV, PROD_UNIT);
		assertThat(places()).hasSize(3).containsEntry(DEV, "Root/" + PROD_UNIT);
	}

	@Test
	void anAccountThatWasMetNowhereIsWhereItIsNow() {
		this.inside.put(DEV_UNIT, List.of(List.of()));
		this.parents.put(DEV, ROOT);
		assertThat(places()).containsEntry(DEV, "Root");
	}

	@Test
	void saysWhoseUnitIsUnknown() {
		this.inside.put(DEV_UNIT, List.of(List.of()));
		this.refusals.put("parents " + DEV, "AccessDeniedException");
		Account unplaced = accountRead(DEV);
		assertThat(unplaced.state()).isEqualTo(AccountState.ACTIVE);
		assertThat(unplaced.ouId()).isNull();
		assertThat(unplaced.ouPath()).isNull();
		assertThat(unplaced.unplaced()).isEqualTo("organizations:ListParents failed (AccessDeniedException).");
		assertThat(accountRead(PROD).unplaced()).isNull();
	}

	@Test
	void saysWhoseUnitIsNoneOfThoseThatWereMet() {
		this.inside.put(DEV_UNIT, List.of(List.of()));
		this.parents.put(DEV, "ou-1-new");
		Account moved = accountRead(DEV);
		assertThat(moved.ouId()).isEqualTo("ou-1-new");
		assertThat(moved.ouPath()).isNull();
		assertThat(moved.unplaced()).isEqualTo("The unit ou-1-new was not among those of the organization.");
	}

	@Test
	void takesTheOneUnitThatItWasMetInWhereItCannotBeAsked() {
		this.listed.remove(DEV);
		this.refusals.put("parents " + DEV, "AccessDeniedException");
		assertThat(places()).containsEntry(DEV, "Root/" + DEV_UNIT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "units", "accounts" })
	void asksTheRootOnceMoreWhichCannotBeGone(String what) {
		this.refusals.put(what + " " + ROOT + " once", "ParentNotFoundException");
		assertThat(places()).containsExactlyInAnyOrderEntriesOf(
				Map.of(MANAGEMENT, "Root", DEV, "Root/" + DEV_UNIT, PROD, "Root/" + PROD_UNIT));
	}

	@Test
	void isUnreadableWhereAUnitMayNotBeRead() {
		this.refusals.put("accounts " + DEV_UNIT, "AccessDeniedException");
		assertThatExceptionOfType(UnreadableOrganizationException.class).isThrownBy(this::accounts)
			.withMessageContaining("organizations:ListAccountsForParent");
	}

	private Map<String, @Nullable String> places() {
		Map<String, @Nullable String> places = new HashMap<>();
		accounts().forEach((id, account) -> places.put(id, account.ouPath()));
		return places;
	}

	private Account accountRead(String id) {
		return Objects.requireNonNull(accounts().get(id), id);
	}

	private Map<String, Account> accounts() {
		var reader = new OrganizationReader(this.aws.sessions(this.aws.environment(4)).own(), FakeAws.HOME,
				Runnable::run);
		return reader.read()
			.accounts()
			.stream()
			.collect(Collectors.toMap((account) -> account.id().value(), Function.identity()));
	}

	private static software.amazon.awssdk.services.organizations.model.Account account(String id) {
		return software.amazon.awssdk.services.organizations.model.Account.builder()
			.id(id)
			.name("account " + id)
			.state("ACTIVE")
			.build();
	}

	private ListOrganizationalUnitsForParentResponse units(Call call) {
		String parent = call.request(ListOrganizationalUnitsForParentRequest.class).parentId();
		refuse("units " + parent);
		return ListOrganizationalUnitsForParentResponse.builder()
			.organizationalUnits(this.units.getOrDefault(parent, List.of())
				.stream()
				.map((unit) -> OrganizationalUnit.builder().id(unit).name(unit).build())
				.toList())
			.build();
	}

	private ListAccountsForParentResponse inside(Call call) {
		ListAccountsForParentRequest request = call.request(ListAccountsForParentRequest.class);
		int page = (request.nextToken() != null) ? Integer.parseInt(request.nextToken()) : 0;
		refuse("accounts " + request.parentId() + ((page > 0) ? " " + page : ""));
		List<List<String>> pages = this.inside.getOrDefault(request.parentId(), List.of(List.of()));
		return ListAccountsForParentResponse.builder()
			.accounts(pages.get(page).stream().map(OrganizationReaderTests::account).toList())
			.nextToken((page + 1 < pages.size()) ? String.valueOf(page + 1) : null)
			.build();
	}

	private ListParentsResponse parents(Call call) {
		String child = call.request(ListParentsRequest.class).childId();
		refuse("parents " + child);
		return ListParentsResponse.builder().parents((parent) -> parent.id(this.parents.get(child))).build();
	}

	private void refuse(String question) {
		String code = this.refusals.get(question);
		String once = this.refusals.remove(question + " once");
		if (code != null || once != null) {
			throw FakeAws.refusal(400, (code != null) ? code : String.valueOf(once), "not found");
		}
	}

}
