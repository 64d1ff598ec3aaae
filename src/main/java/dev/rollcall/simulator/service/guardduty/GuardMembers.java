package dev.rollcall.simulator.service.guardduty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.guardduty.model.DescribeOrganizationConfigurationRequest;
import software.amazon.awssdk.services.guardduty.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.guardduty.model.GetMemberDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.GetMemberDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.ListMembersRequest;
import software.amazon.awssdk.services.guardduty.model.ListMembersResponse;
import software.amazon.awssdk.services.guardduty.model.Member;
import software.amazon.awssdk.services.guardduty.model.MemberAdditionalConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.MemberDataSourceConfiguration;
import software.amazon.awssdk.services.guardduty.model.MemberFeaturesConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.OrganizationAdditionalConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.OrganizationFeatureConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.UnprocessedAccount;

/** What only the administrator of a Region is told. */
final class GuardMembers {

	private final World world;

	private final Paging paging;

	GuardMembers(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	Operation<DescribeOrganizationConfigurationRequest> configuration() {
		return Operation.routed("DescribeOrganizationConfiguration", "GET /detector/{detectorId}/admin",
				DescribeOrganizationConfigurationRequest::builder, this::configuration);
	}

	Operation<ListMembersRequest> list() {
		return Operation.routed("ListMembers", "GET /detector/{detectorId}/member", ListMembersRequest::builder,
				this::list);
	}

	Operation<GetMemberDetectorsRequest> detectors() {
		return Operation.routed("GetMemberDetectors", "POST /detector/{detectorId}/member/detector/get",
				GetMemberDetectorsRequest::builder, this::detectors);
	}

	/** The fewest calls of an administrator. */
	void calls(dev.rollcall.simulator.world.Member administrator, String region, FewestCalls calls) {
		int position = administrator.position();
		List<dev.rollcall.simulator.world.Member> members = members(position, region);
		long described = members.stream().filter((member) -> Guard.MEMBER.equals(relationship(member, region))).count();
		calls.paged(position, region, "guardduty:DescribeOrganizationConfiguration", "",
				Features.optional(region).size(), GuardDutyService.LARGEST_PAGE);
		calls.paged(position, region, "guardduty:ListMembers", "", members.size(), GuardDutyService.LARGEST_PAGE);
		calls.add(position, region, "guardduty:GetMemberDetectors",
				Math.toIntExact((described + GuardDutyService.LARGEST_PAGE - 1) / GuardDutyService.LARGEST_PAGE));
	}

	private Reply configuration(Ask<DescribeOrganizationConfigurationRequest> ask) {
		Caller caller = ask.caller();
		DetectorAnswers.requireOwn(this.world, caller, ask.request().detectorId());
		requireAdministrator(caller);
		Administration administration = Administration.in(this.world, caller.region());
		List<OrganizationFeatureConfigurationResult> features = Features.optional(caller.region())
			.stream()
			.map((feature) -> feature(administration, feature))
			.toList();
		Page<OrganizationFeatureConfigurationResult> page = this.paging.page(caller,
				"DescribeOrganizationConfiguration", "", features.size(), features::get, ask.request().nextToken(),
				ask.request().maxResults(), GuardDutyService.CAP, GuardDutyService.REFUSAL);
		return Reply.of(DescribeOrganizationConfigurationResponse.builder()
			.autoEnable(!administration.autoEnable().equals("NONE"))
			.autoEnableOrganizationMembers(administration.autoEnable())
			.memberAccountLimitReached(administration.full())
			.features(page.items())
			.nextToken(page.next())
			.build());
	}

	private static OrganizationFeatureConfigurationResult feature(Administration administration, String feature) {
		return OrganizationFeatureConfigurationResult.builder()
			.name(feature)
			.autoEnable(administration.notEnabled().contains(feature) ? "NONE" : administration.autoEnable())
			.additionalConfiguration(feature.equals(Features.RUNTIME_MONITORING) ? Features.AGENTS.stream()
				.map((agent) -> OrganizationAdditionalConfigurationResult.builder()
					.name(agent)
					.autoEnable(administration.autoEnable())
					.build())
				.toList() : List.of())
			.build();
	}

	private Reply list(Ask<ListMembersRequest> ask) {
		Caller caller = ask.caller();
		DetectorAnswers.requireOwn(this.world, caller, ask.request().detectorId());
		boolean all = "false".equalsIgnoreCase(ask.request().onlyAssociated());
		List<dev.rollcall.simulator.world.Member> members = isAdministrator(caller)
				? members(caller.member().position(), caller.region()).stream()
					.filter((member) -> all || isAssociated(relationship(member, caller.region())))
					.toList()
				: List.of();
		Page<Member> page = this.paging.page(caller, "ListMembers", "", members.size(),
				(i) -> member(members.get(i), caller), ask.request().nextToken(), ask.request().maxResults(),
				GuardDutyService.CAP, GuardDutyService.REFUSAL);
		return Reply.of(ListMembersResponse.builder().members(page.items()).nextToken(page.next()).build());
	}

	private static boolean isAssociated(String relationship) {
		return relationship.equals(Guard.MEMBER) || relationship.equals("Disabled");
	}

	private Member member(dev.rollcall.simulator.world.Member member, Caller caller) {
		Guard guard = this.world.of(member, caller.region(), Guard.FACET);
		String since = this.world.past().once(member.position(), "member").toString();
		return Member.builder()
			.accountId(member.id())
			.detectorId(DetectorAnswers.id(guard, member, caller.region()).orElse(null))
			.masterId(caller.member().id())
			.administratorId(caller.member().id())
			.email(member.email())
			.relationshipStatus(relationship(member, caller.region()))
			.invitedAt(since)
			.updatedAt(since)
			.build();
	}

	private Reply detectors(Ask<GetMemberDetectorsRequest> ask) {
		Caller caller = ask.caller();
		DetectorAnswers.requireOwn(this.world, caller, ask.request().detectorId());
		if (ask.request().accountIds().size() > GuardDutyService.LARGEST_PAGE) {
			throw new ErrorAnswer(400, GuardDutyService.REFUSAL,
					"The request is rejected because the parameter accountIds has more than 50 values.");
		}
		List<MemberDataSourceConfiguration> described = new ArrayList<>();
		List<UnprocessedAccount> unprocessed = new ArrayList<>();
		for (String account : ask.request().accountIds()) {
			Optional<Guard> guard = guard(caller, account);
			guard.filter((found) -> !found.unprocessed())
				.ifPresentOrElse((found) -> described.add(described(caller, account, found)),
						() -> unprocessed.add(UnprocessedAccount.builder()
							.accountId(account)
							.result("The request is rejected because the account could not be processed.")
							.build()));
		}
		return Reply.of(GetMemberDetectorsResponse.builder()
			.memberDataSourceConfigurations(described)
			.unprocessedAccounts(unprocessed)
			.build());
	}

	private Optional<Guard> guard(Caller caller, String account) {
		return this.world.member(account)
			.filter((member) -> isAdministrator(caller) && !member.equals(caller.member()))
			.filter((member) -> relationship(member, caller.region()).equals(Guard.MEMBER))
			.map((member) -> this.world.of(member, caller.region(), Guard.FACET))
			.filter((guard) -> guard.detector() != Guard.State.NONE);
	}

	private MemberDataSourceConfiguration described(Caller caller, String account, Guard guard) {
		return MemberDataSourceConfiguration.builder()
			.accountId(account)
			.dataSources(DetectorAnswers.dataSources(guard))
			.features(Features.optional(caller.region())
				.stream()
				.map((feature) -> MemberFeaturesConfigurationResult.builder()
					.name(feature)
					.status(DetectorAnswers.status(guard, feature))
					.additionalConfiguration(feature.equals(Features.RUNTIME_MONITORING) ? agents(guard) : List.of())
					.updatedAt(this.world.past().once(0, feature))
					.build())
				.toList())
			.build();
	}

	private static List<MemberAdditionalConfigurationResult> agents(Guard guard) {
		return Features.AGENTS.stream()
			.map((agent) -> MemberAdditionalConfigurationResult.builder()
				.name(agent)
				.status(DetectorAnswers.status(guard, agent))
				.build())
			.toList();
	}

	/** Those that the administrator has on its list; never itself. */
	private List<dev.rollcall.simulator.world.Member> members(int administrator, String region) {
		return this.world.members(0)
			.filter((member) -> member.position() != administrator)
			.filter((member) -> this.world.of(member, region, Guard.FACET).isMember(region, member))
			.toList();
	}

	/** How many accounts an administrator has on its list. */
	int listed(dev.rollcall.simulator.world.Member administrator, String region) {
		return members(administrator.position(), region).size();
	}

	/** The members whose findings an account is shown. */
	Stream<dev.rollcall.simulator.world.Member> shownTo(dev.rollcall.simulator.world.Member member, String region) {
		return isAdministrator(member, region) ? members(member.position(), region).stream()
			.filter((other) -> isAssociated(relationship(other, region))) : Stream.empty();
	}

	private String relationship(dev.rollcall.simulator.world.Member member, String region) {
		String relationship = this.world.of(member, region, Guard.FACET).relationship();
		return (member.isActive() && relationship != null) ? relationship : "Removed";
	}

	private boolean isAdministrator(Caller caller) {
		return isAdministrator(caller.member(), caller.region());
	}

	private boolean isAdministrator(dev.rollcall.simulator.world.Member member, String region) {
		return Administration.administrator(this.world, region)
			.filter((administrator) -> administrator.position() == member.position())
			.isPresent();
	}

	private void requireAdministrator(Caller caller) {
		if (!isAdministrator(caller)) {
			throw new ErrorAnswer(400, GuardDutyService.REFUSAL,
					"The request is rejected because you do not have required AWS Organization master permission.");
		}
	}

}
