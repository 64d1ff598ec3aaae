package dev.rollcall.simulator.service.organizations;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.JsonProtocol;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Unit;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.DelegatedAdministrator;
import software.amazon.awssdk.services.organizations.model.DelegatedService;
import software.amazon.awssdk.services.organizations.model.DescribeAccountRequest;
import software.amazon.awssdk.services.organizations.model.DescribeAccountResponse;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.EnabledServicePrincipal;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsRequest;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountRequest;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsRequest;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsRequest;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.Root;
import software.amazon.awssdk.services.organizations.model.Tag;

/** AWS Organizations: the roster, the tree, tags, delegated administrators. */
final class OrganizationsService implements Service {

	private static final Protocol PROTOCOL = new JsonProtocol();

	/** The largest page of every list. */
	private static final int LARGEST_PAGE = 20;

	private static final Cap CAP = Cap.of(LARGEST_PAGE, "InvalidInputException");

	private static final String BAD_TOKEN = "InvalidInputException";

	/** Accounts that may read all of it: management and the delegated administrators. */
	private static final Set<Integer> READERS = Set.of(World.MANAGEMENT, World.AUDIT, World.IDENTITY);

	private final World world;

	private final Paging paging;

	private final ObjectProvider<Service> services;

	private final List<Operation<?>> operations;

	OrganizationsService(World world, Paging paging, ObjectProvider<Service> services) {
		this.world = world;
		this.paging = paging;
		this.services = services;
		this.operations = served();
	}

	private List<Operation<?>> served() {
		return List.of(
				Operation.named("DescribeOrganization", DescribeOrganizationRequest::builder, this::organization),
				Operation.named("DescribeAccount", DescribeAccountRequest::builder, this::account),
				Operation.named("ListRoots", ListRootsRequest::builder, this::roots),
				Operation.named("ListOrganizationalUnitsForParent", ListOrganizationalUnitsForParentRequest::builder,
						this::units),
				Operation.named("ListAccountsForParent", ListAccountsForParentRequest::builder,
						this::accountsForParent),
				Operation.named("ListAccounts", ListAccountsRequest::builder, this::accounts),
				Operation.named("ListParents", ListParentsRequest::builder, this::parents),
				Operation
					.<ListTagsForResourceRequest>named("ListTagsForResource", ListTagsForResourceRequest::builder,
							this::tags)
					.about(ListTagsForResourceRequest::resourceId),
				Operation.named("ListDelegatedAdministrators", ListDelegatedAdministratorsRequest::builder,
						this::administrators),
				Operation.named("ListDelegatedServicesForAccount", ListDelegatedServicesForAccountRequest::builder,
						this::delegatedServices),
				Operation.named("ListAWSServiceAccessForOrganization",
						ListAwsServiceAccessForOrganizationRequest::builder, this::trusted));
	}

	@Override
	public String name() {
		return "organizations";
	}

	@Override
	public Reach reach() {
		return Reach.GLOBAL;
	}

	@Override
	public Protocol protocol() {
		return PROTOCOL;
	}

	@Override
	public List<Operation<?>> operations() {
		return this.operations;
	}

	@Override
	public ErrorAnswer tooOften() {
		return new ErrorAnswer(400, "TooManyRequestsException",
				"AWS Organizations can't complete your request because it was throttled.");
	}

	@Override
	public Rate assumedQuota() {
		return new Rate(8, 15);
	}

	@Override
	public boolean isAskedByReader() {
		return true;
	}

	@Override
	public void onceCalls(FewestCalls calls) {
		calls.add(World.AUDIT, World.GLOBAL, "organizations:DescribeOrganization", 1);
		paged(calls, "ListRoots", "", 1);
		for (Unit unit : this.world.units()) {
			paged(calls, "ListOrganizationalUnitsForParent", unit.id(), below(unit).size());
			paged(calls, "ListAccountsForParent", unit.id(), inside(unit).size());
		}
		paged(calls, "ListAccounts", "", this.world.size());
		List<Member> administrators = administratorsOf(null);
		paged(calls, "ListDelegatedAdministrators", "null", administrators.size());
		administrators.forEach(
				(member) -> paged(calls, "ListDelegatedServicesForAccount", member.id(), servicesOf(member).size()));
		paged(calls, "ListAWSServiceAccessForOrganization", "", trustedServices().size());
	}

	@Override
	public void readerCalls(Member member, FewestCalls calls) {
		paged(calls, "ListTagsForResource", member.id(), member.tags().size());
	}

	private static void paged(FewestCalls calls, String operation, String what, int size) {
		calls.paged(World.AUDIT, World.GLOBAL, "organizations:" + operation, what, size, LARGEST_PAGE);
	}

	/** All that the organization trusts, in their order. */
	private List<String> trustedServices() {
		return this.services.stream().flatMap((service) -> service.principals().stream()).sorted().toList();
	}

	/** All delegations, in the order of their principals. */
	private List<Delegation> allDelegations() {
		return this.services.stream()
			.flatMap((service) -> service.delegations().stream())
			.sorted(Comparator.comparing(Delegation::principal))
			.toList();
	}

	private List<Unit> below(Unit parent) {
		return this.world.units().stream().filter((unit) -> parent.equals(unit.parent())).toList();
	}

	private List<Member> inside(Unit unit) {
		return this.world.members(0).filter((member) -> member.unit().equals(unit)).toList();
	}

	/** Those of a service; of any where the principal is null. */
	private List<Member> administratorsOf(@Nullable String principal) {
		return allDelegations().stream()
			.filter((delegation) -> principal == null || principal.equals(delegation.principal()))
			.map(Delegation::position)
			.distinct()
			.filter(this.world::has)
			.map(this.world::member)
			.toList();
	}

	private List<String> servicesOf(Member member) {
		return allDelegations().stream()
			.filter((delegation) -> delegation.position() == member.position())
			.map(Delegation::principal)
			.toList();
	}

	/** Every member may ask this one. */
	private Reply organization(Ask<DescribeOrganizationRequest> ask) {
		Member management = this.world.member(World.MANAGEMENT);
		return Reply.of(DescribeOrganizationResponse.builder()
			.organization((organization) -> organization.id(World.ORGANIZATION)
				.arn(this.world.partition()
					.arn("organizations", "", management.id(), "organization/" + World.ORGANIZATION))
				.featureSet("ALL")
				.masterAccountId(management.id())
				.masterAccountArn(arn(management))
				.masterAccountEmail(management.email())
				.availablePolicyTypes(List.of()))
			.build());
	}

	private Reply account(Ask<DescribeAccountRequest> ask) {
		requireReader(ask.caller());
		return Reply.of(DescribeAccountResponse.builder()
			.account(described(member(ask.request().accountId(), "AccountNotFoundException")))
			.build());
	}

	private Reply roots(Ask<ListRootsRequest> ask) {
		requireReader(ask.caller());
		Unit top = this.world.units().get(0);
		Root root = Root.builder()
			.id(top.id())
			.name(top.title())
			.arn(arn("root", top.id()))
			.policyTypes(List.of())
			.build();
		Page<Root> page = this.paging.page(ask.caller(), "ListRoots", "", 1, (i) -> root, ask.request().nextToken(),
				ask.request().maxResults(), CAP, BAD_TOKEN);
		return Reply.of(ListRootsResponse.builder().roots(page.items()).nextToken(page.next()).build());
	}

	private Reply units(Ask<ListOrganizationalUnitsForParentRequest> ask) {
		requireReader(ask.caller());
		Unit parent = unit(ask.request().parentId());
		List<Unit> units = below(parent);
		Page<OrganizationalUnit> page = this.paging.page(ask.caller(), "ListOrganizationalUnitsForParent", parent.id(),
				units.size(), (i) -> described(units.get(i)), ask.request().nextToken(), ask.request().maxResults(),
				CAP, BAD_TOKEN);
		return Reply.of(ListOrganizationalUnitsForParentResponse.builder()
			.organizationalUnits(page.items())
			.nextToken(page.next())
			.build());
	}

	private Reply accountsForParent(Ask<ListAccountsForParentRequest> ask) {
		requireReader(ask.caller());
		Unit parent = unit(ask.request().parentId());
		List<Member> members = inside(parent);
		Page<Account> page = this.paging.page(ask.caller(), "ListAccountsForParent", parent.id(), members.size(),
				(i) -> described(members.get(i)), ask.request().nextToken(), ask.request().maxResults(), CAP,
				BAD_TOKEN);
		return Reply.of(ListAccountsForParentResponse.builder().accounts(page.items()).nextToken(page.next()).build());
	}

	private Reply accounts(Ask<ListAccountsRequest> ask) {
		requireReader(ask.caller());
		Page<Account> page = this.paging.page(ask.caller(), "ListAccounts", "", this.world.size(),
				(i) -> described(this.world.nth(i)), ask.request().nextToken(), ask.request().maxResults(), CAP,
				BAD_TOKEN);
		return Reply.of(ListAccountsResponse.builder().accounts(page.items()).nextToken(page.next()).build());
	}

	private Reply parents(Ask<ListParentsRequest> ask) {
		requireReader(ask.caller());
		Unit unit = above(ask.request().childId());
		Parent parent = Parent.builder()
			.id(unit.id())
			.type((unit.parent() == null) ? "ROOT" : "ORGANIZATIONAL_UNIT")
			.build();
		return Reply.of(ListParentsResponse.builder().parents(parent).build());
	}

	/** What an account or a unit is in. */
	private Unit above(@Nullable String childId) {
		return find(childId).flatMap((unit) -> Optional.ofNullable(unit.parent()))
			.orElseGet(() -> member(childId, "ChildNotFoundException").unit());
	}

	private Reply tags(Ask<ListTagsForResourceRequest> ask) {
		requireReader(ask.caller());
		String resource = ask.request().resourceId();
		List<Tag> tags = resourceTags(resource).entrySet()
			.stream()
			.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
			.toList();
		Page<Tag> page = this.paging.page(ask.caller(), "ListTagsForResource", resource, tags.size(), tags::get,
				ask.request().nextToken(), null, CAP, BAD_TOKEN);
		return Reply.of(ListTagsForResourceResponse.builder().tags(page.items()).nextToken(page.next()).build());
	}

	/** Only accounts are tagged; the root and the units could be. */
	private Map<String, String> resourceTags(@Nullable String resource) {
		return find(resource).isPresent() ? Map.of() : member(resource, "TargetNotFoundException").tags();
	}

	private Reply administrators(Ask<ListDelegatedAdministratorsRequest> ask) {
		requireReader(ask.caller());
		String asked = ask.request().servicePrincipal();
		List<Member> members = administratorsOf(asked);
		Page<DelegatedAdministrator> page = this.paging.page(ask.caller(), "ListDelegatedAdministrators",
				String.valueOf(asked), members.size(), (i) -> administrator(members.get(i)), ask.request().nextToken(),
				ask.request().maxResults(), CAP, BAD_TOKEN);
		return Reply.of(ListDelegatedAdministratorsResponse.builder()
			.delegatedAdministrators(page.items())
			.nextToken(page.next())
			.build());
	}

	private Reply delegatedServices(Ask<ListDelegatedServicesForAccountRequest> ask) {
		requireReader(ask.caller());
		Member member = member(ask.request().accountId(), "AccountNotFoundException");
		List<String> principals = servicesOf(member);
		if (principals.isEmpty()) {
			throw new ErrorAnswer(400, "AccountNotRegisteredException",
					"The provided account is not a registered delegated administrator for your organization.");
		}
		Page<DelegatedService> page = this.paging.page(ask.caller(), "ListDelegatedServicesForAccount", member.id(),
				principals.size(),
				(i) -> DelegatedService.builder()
					.servicePrincipal(principals.get(i))
					.delegationEnabledDate(this.world.past().once(member.position(), principals.get(i)))
					.build(),
				ask.request().nextToken(), ask.request().maxResults(), CAP, BAD_TOKEN);
		return Reply.of(ListDelegatedServicesForAccountResponse.builder()
			.delegatedServices(page.items())
			.nextToken(page.next())
			.build());
	}

	private Reply trusted(Ask<ListAwsServiceAccessForOrganizationRequest> ask) {
		requireReader(ask.caller());
		List<String> trusted = trustedServices();
		Page<EnabledServicePrincipal> page = this.paging.page(ask.caller(), "ListAWSServiceAccessForOrganization", "",
				trusted.size(),
				(i) -> EnabledServicePrincipal.builder()
					.servicePrincipal(trusted.get(i))
					.dateEnabled(this.world.past().once(World.MANAGEMENT, trusted.get(i)))
					.build(),
				ask.request().nextToken(), ask.request().maxResults(), CAP, BAD_TOKEN);
		return Reply.of(ListAwsServiceAccessForOrganizationResponse.builder()
			.enabledServicePrincipals(page.items())
			.nextToken(page.next())
			.build());
	}

	private static void requireReader(Caller caller) {
		if (!READERS.contains(caller.member().position())) {
			throw new ErrorAnswer(400, "AccessDeniedException", "You don't have permissions to access this resource.");
		}
	}

	private Member member(@Nullable String id, String refusal) {
		return Optional.ofNullable(id)
			.flatMap(this.world::member)
			.orElseThrow(() -> new ErrorAnswer(400, refusal, "You specified an account that doesn't exist."));
	}

	private Unit unit(@Nullable String id) {
		return find(id).orElseThrow(
				() -> new ErrorAnswer(400, "ParentNotFoundException", "You specified a parent that doesn't exist."));
	}

	private Optional<Unit> find(@Nullable String id) {
		return this.world.units().stream().filter((unit) -> unit.id().equals(id)).findFirst();
	}

	private Account described(Member member) {
		return Account.builder()
			.id(member.id())
			.arn(arn(member))
			.email(member.email())
			.name(member.name())
			.status(member.isActive() ? "ACTIVE" : "SUSPENDED")
			.state(member.state())
			.joinedMethod((member.position() % 5 == 4) ? "INVITED" : "CREATED")
			.joinedTimestamp(this.world.past().once(member.position(), "joined"))
			.build();
	}

	private DelegatedAdministrator administrator(Member member) {
		return DelegatedAdministrator.builder()
			.id(member.id())
			.arn(arn(member))
			.email(member.email())
			.name(member.name())
			.status("ACTIVE")
			.delegationEnabledDate(this.world.past().once(member.position(), "delegated"))
			.build();
	}

	private OrganizationalUnit described(Unit unit) {
		return OrganizationalUnit.builder().id(unit.id()).name(unit.title()).arn(arn("ou", unit.id())).build();
	}

	private String arn(Member member) {
		return arn("account", member.id());
	}

	private String arn(String kind, String id) {
		return this.world.partition()
			.arn("organizations", "", World.id(World.MANAGEMENT),
					kind.toLowerCase(Locale.ROOT) + "/" + World.ORGANIZATION + "/" + id);
	}

}
