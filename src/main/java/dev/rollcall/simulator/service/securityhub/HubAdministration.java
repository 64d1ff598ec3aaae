package dev.rollcall.simulator.service.securityhub;

import java.util.List;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.securityhub.model.AdminAccount;
import software.amazon.awssdk.services.securityhub.model.DescribeOrganizationConfigurationRequest;
import software.amazon.awssdk.services.securityhub.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.securityhub.model.FindingAggregator;
import software.amazon.awssdk.services.securityhub.model.GetFindingAggregatorRequest;
import software.amazon.awssdk.services.securityhub.model.GetFindingAggregatorResponse;
import software.amazon.awssdk.services.securityhub.model.ListFindingAggregatorsRequest;
import software.amazon.awssdk.services.securityhub.model.ListFindingAggregatorsResponse;
import software.amazon.awssdk.services.securityhub.model.ListMembersRequest;
import software.amazon.awssdk.services.securityhub.model.ListMembersResponse;
import software.amazon.awssdk.services.securityhub.model.ListOrganizationAdminAccountsRequest;
import software.amazon.awssdk.services.securityhub.model.ListOrganizationAdminAccountsResponse;

/** Who administers Security Hub, whose findings it has, and which Regions'. */
final class HubAdministration {

	private static final int ADMINISTRATORS_PAGE = 10;

	private static final int MEMBERS_PAGE = 50;

	private static final int AGGREGATORS_PAGE = 100;

	private final World world;

	private final Paging paging;

	HubAdministration(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	List<Operation<?>> operations() {
		return List.of(
				Operation.routed("ListOrganizationAdminAccounts", "GET /organization/admin",
						ListOrganizationAdminAccountsRequest::builder, this::administrators),
				Operation.routed("DescribeOrganizationConfiguration", "GET /organization/configuration",
						DescribeOrganizationConfigurationRequest::builder, this::configuration),
				Operation.routed("ListMembers", "GET /members", ListMembersRequest::builder, this::members),
				Operation.routed("ListFindingAggregators", "GET /findingAggregator/list",
						ListFindingAggregatorsRequest::builder, this::aggregators),
				Operation.routed("GetFindingAggregator", "GET /findingAggregator/get/{FindingAggregatorArn+}",
						GetFindingAggregatorRequest::builder, this::aggregator));
	}

	/** Which Regions send theirs home is the same wherever it is asked. */
	void onceCalls(FewestCalls calls) {
		for (String region : this.world.regions()) {
			calls.paged(World.MANAGEMENT, region, "securityhub:ListOrganizationAdminAccounts", "", 1,
					ADMINISTRATORS_PAGE);
			calls.add(World.AUDIT, region, "securityhub:DescribeOrganizationConfiguration", 1);
			calls.paged(World.AUDIT, region, "securityhub:ListMembers", "all", listed(region, false).size(),
					MEMBERS_PAGE);
		}
		calls.paged(World.AUDIT, this.world.home(), "securityhub:ListFindingAggregators", "", 1, AGGREGATORS_PAGE);
		calls.add(World.AUDIT, this.world.home(), "securityhub:GetFindingAggregator", 1);
	}

	static void requireAdministrator(Caller caller) {
		if (caller.member().position() != World.AUDIT) {
			throw new ErrorAnswer(401, "InvalidAccessException",
					"Account " + caller.member().id() + " is not an administrator for this organization");
		}
	}

	private Reply administrators(Ask<ListOrganizationAdminAccountsRequest> ask) {
		if (ask.caller().member().position() != World.MANAGEMENT) {
			throw new ErrorAnswer(401, "InvalidAccessException",
					"Account " + ask.caller().member().id() + " is not the management account of an organization");
		}
		AdminAccount audit = AdminAccount.builder().accountId(World.id(World.AUDIT)).status("ENABLED").build();
		Page<AdminAccount> page = this.paging.page(ask.caller(), "ListOrganizationAdminAccounts", "", 1, (i) -> audit,
				ask.request().nextToken(), ask.request().maxResults(),
				Cap.of(ADMINISTRATORS_PAGE, SecurityHubService.INVALID), SecurityHubService.INVALID);
		return Reply.of(ListOrganizationAdminAccountsResponse.builder()
			.adminAccounts(page.items())
			.nextToken(page.next())
			.feature("SecurityHub")
			.build());
	}

	private Reply configuration(Ask<DescribeOrganizationConfigurationRequest> ask) {
		requireAdministrator(ask.caller());
		return Reply.of(DescribeOrganizationConfigurationResponse.builder()
			.autoEnable(false)
			.autoEnableStandards("NONE")
			.memberAccountLimitReached(false)
			.organizationConfiguration((own) -> own.configurationType("CENTRAL").status("ENABLED"))
			.build());
	}

	private Reply members(Ask<ListMembersRequest> ask) {
		requireAdministrator(ask.caller());
		boolean associated = !Boolean.FALSE.equals(ask.request().onlyAssociated());
		List<Member> members = listed(ask.caller().region(), associated);
		Page<software.amazon.awssdk.services.securityhub.model.Member> page = this.paging.page(ask.caller(),
				"ListMembers", associated ? "associated" : "all", members.size(),
				(i) -> member(ask.caller(), members.get(i)), ask.request().nextToken(), ask.request().maxResults(),
				Cap.of(MEMBERS_PAGE, SecurityHubService.INVALID), SecurityHubService.INVALID);
		return Reply.of(ListMembersResponse.builder().members(page.items()).nextToken(page.next()).build());
	}

	/** The administrator is no member of its own. */
	private List<Member> listed(String region, boolean associated) {
		return this.world.members(0)
			.filter((member) -> member.position() != World.AUDIT && member.isActive()
					&& !member.disabledRegions().contains(region))
			.filter((member) -> {
				String membership = this.world.of(member, region, Hub.FACET).membership();
				return associated ? membership.equals("Enabled") : !membership.isEmpty();
			})
			.toList();
	}

	private software.amazon.awssdk.services.securityhub.model.Member member(Caller caller, Member member) {
		return software.amazon.awssdk.services.securityhub.model.Member.builder()
			.accountId(member.id())
			.email(member.email())
			.masterId(caller.member().id())
			.administratorId(caller.member().id())
			.memberStatus(this.world.of(member, caller.region(), Hub.FACET).membership())
			.invitedAt(this.world.past().once(member.position(), "hub member"))
			.updatedAt(this.world.past().once(member.position(), "hub member"))
			.build();
	}

	private String aggregatorArn() {
		return Partition.of(this.world.home())
			.arn("securityhub", this.world.home(), World.id(World.AUDIT), "finding-aggregator/rollcall");
	}

	private Reply aggregators(Ask<ListFindingAggregatorsRequest> ask) {
		SecurityHubService.requireOn(this.world, ask.caller());
		boolean has = ask.caller().member().position() == World.AUDIT;
		FindingAggregator aggregator = FindingAggregator.builder().findingAggregatorArn(aggregatorArn()).build();
		Page<FindingAggregator> page = this.paging.page(ask.caller(), "ListFindingAggregators", "", has ? 1 : 0,
				(i) -> aggregator, ask.request().nextToken(), ask.request().maxResults(),
				Cap.of(AGGREGATORS_PAGE, SecurityHubService.INVALID), SecurityHubService.INVALID);
		return Reply.of(ListFindingAggregatorsResponse.builder()
			.findingAggregators(page.items())
			.nextToken(page.next())
			.build());
	}

	private Reply aggregator(Ask<GetFindingAggregatorRequest> ask) {
		requireAdministrator(ask.caller());
		if (!aggregatorArn().equals(ask.request().findingAggregatorArn())) {
			throw new ErrorAnswer(404, "ResourceNotFoundException", "The finding aggregator does not exist.");
		}
		HubOrganization organization = SecurityHubService.organization(this.world);
		List<String> linked = organization.governed(this.world.regions())
			.stream()
			.filter((region) -> !region.equals(this.world.home()))
			.toList();
		return Reply.of(GetFindingAggregatorResponse.builder()
			.findingAggregatorArn(aggregatorArn())
			.findingAggregationRegion(this.world.home())
			.regionLinkingMode(organization.isWhole() ? "ALL_REGIONS" : "SPECIFIED_REGIONS")
			.regions(organization.isWhole() ? List.of() : linked)
			.build());
	}

}
