package dev.rollcall.simulator.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.JsonProtocol;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Unit;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
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
final class OrganizationsService {

	/** The largest page of every list. */
	private static final Cap CAP = Cap.of(20, "InvalidInputException");

	private static final String BAD_TOKEN = "InvalidInputException";

	private static final List<String> TRUSTED = List.of("access-analyzer.amazonaws.com", "cloudtrail.amazonaws.com",
			"config-multiaccountsetup.amazonaws.com", "config.amazonaws.com", "iam.amazonaws.com");

	/** Accounts that may read all of it: management and the delegated administrators. */
	private static final Set<Integer> READERS = Set.of(World.MANAGEMENT, World.AUDIT, World.IDENTITY);

	private final World world;

	private final Paging paging;

	private OrganizationsService(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	static Service of(World world, Paging paging) {
		OrganizationsService service = new OrganizationsService(world, paging);
		return new Service("organizations", false, new JsonProtocol(),
				List.of(Operation.named("DescribeOrganization", DescribeOrganizationRequest::builder,
						service::organization),
						Operation.named("DescribeAccount", DescribeAccountRequest::builder, service::account),
						Operation.named("ListRoots", ListRootsRequest::builder, service::roots),
						Operation.named("ListOrganizationalUnitsForParent",
								ListOrganizationalUnitsForParentRequest::builder, service::units),
						Operation.named("ListAccountsForParent", ListAccountsForParentRequest::builder,
								service::accountsForParent),
						Operation.named("ListAccounts", ListAccountsRequest::builder, service::accounts),
						Operation.named("ListParents", ListParentsRequest::builder, service::parents),
						Operation.named("ListTagsForResource", ListTagsForResourceRequest::builder, service::tags),
						Operation.named("ListDelegatedAdministrators", ListDelegatedAdministratorsRequest::builder,
								service::administrators),
						Operation.named("ListDelegatedServicesForAccount",
								ListDelegatedServicesForAccountRequest::builder, service::delegatedServices),
						Operation.named("ListAWSServiceAccessForOrganization",
								ListAwsServiceAccessForOrganizationRequest::builder, service::trusted)));
	}

	/** Every member may ask this one. */
	private Reply organization(Ask<DescribeOrganizationRequest> ask) {
		Member management = this.world.member(World.MANAGEMENT);
		return Reply.of(DescribeOrganizationResponse.builder()
			.organization((organization) -> organization.id(World.ORGANIZATION)
				.arn("arn:aws:organizations::" + management.id() + ":organization/" + World.ORGANIZATION)
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
		Root root = Root.builder()
			.id(Unit.ROOT.id())
			.name(Unit.ROOT.title())
			.arn(arn("root", Unit.ROOT.id()))
			.policyTypes(List.of())
			.build();
		Page<Root> page = this.paging.page(ask.caller(), "ListRoots", "", 1, (i) -> root, ask.request().nextToken(),
				ask.request().maxResults(), CAP, BAD_TOKEN);
		return Reply.of(ListRootsResponse.builder().roots(page.items()).nextToken(page.next()).build());
	}

	private Reply units(Ask<ListOrganizationalUnitsForParentRequest> ask) {
		requireReader(ask.caller());
		Unit parent = unit(ask.request().parentId());
		List<Unit> units = Arrays.stream(Unit.values()).filter((unit) -> unit.parent() == parent).toList();
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
		List<Member> members = this.world.members(0).filter((member) -> member.unit() == parent).toList();
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
			.type((unit == Unit.ROOT) ? "ROOT" : "ORGANIZATIONAL_UNIT")
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
		List<Member> members = World.delegations()
			.stream()
			.filter((delegation) -> asked == null || asked.equals(delegation.servicePrincipal()))
			.map(World.Delegation::account)
			.distinct()
			.flatMap((id) -> this.world.member(id).stream())
			.toList();
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
		List<String> services = World.delegations()
			.stream()
			.filter((delegation) -> delegation.account().equals(member.id()))
			.map(World.Delegation::servicePrincipal)
			.toList();
		if (services.isEmpty()) {
			throw new ErrorAnswer(400, "AccountNotRegisteredException",
					"The provided account is not a registered delegated administrator for your organization.");
		}
		Page<DelegatedService> page = this.paging.page(ask.caller(), "ListDelegatedServicesForAccount", member.id(),
				services.size(),
				(i) -> DelegatedService.builder()
					.servicePrincipal(services.get(i))
					.delegationEnabledDate(Times.of(member.position(), services.get(i)))
					.build(),
				ask.request().nextToken(), ask.request().maxResults(), CAP, BAD_TOKEN);
		return Reply.of(ListDelegatedServicesForAccountResponse.builder()
			.delegatedServices(page.items())
			.nextToken(page.next())
			.build());
	}

	private Reply trusted(Ask<ListAwsServiceAccessForOrganizationRequest> ask) {
		requireReader(ask.caller());
		Page<EnabledServicePrincipal> page = this.paging.page(ask.caller(), "ListAWSServiceAccessForOrganization", "",
				TRUSTED.size(),
				(i) -> EnabledServicePrincipal.builder()
					.servicePrincipal(TRUSTED.get(i))
					.dateEnabled(Times.of(i, "trusted"))
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

	private static Unit unit(@Nullable String id) {
		return find(id).orElseThrow(
				() -> new ErrorAnswer(400, "ParentNotFoundException", "You specified a parent that doesn't exist."));
	}

	private static Optional<Unit> find(@Nullable String id) {
		return Arrays.stream(Unit.values()).filter((unit) -> unit.id().equals(id)).findFirst();
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
			.joinedTimestamp(Times.of(member.position(), "joined"))
			.build();
	}

	private DelegatedAdministrator administrator(Member member) {
		return DelegatedAdministrator.builder()
			.id(member.id())
			.arn(arn(member))
			.email(member.email())
			.name(member.name())
			.status("ACTIVE")
			.delegationEnabledDate(Times.of(member.position(), "delegated"))
			.build();
	}

	private OrganizationalUnit described(Unit unit) {
		return OrganizationalUnit.builder().id(unit.id()).name(unit.title()).arn(arn("ou", unit.id())).build();
	}

	private String arn(Member member) {
		return arn("account", member.id());
	}

	private String arn(String kind, String id) {
		return "arn:aws:organizations::" + World.id(World.MANAGEMENT) + ":" + kind.toLowerCase(Locale.ROOT) + "/"
				+ World.ORGANIZATION + "/" + id;
	}

}
