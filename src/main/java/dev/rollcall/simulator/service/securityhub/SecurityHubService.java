package dev.rollcall.simulator.service.securityhub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.wire.RestJsonProtocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.securityhub.model.DescribeHubRequest;
import software.amazon.awssdk.services.securityhub.model.DescribeHubResponse;
import software.amazon.awssdk.services.securityhub.model.DescribeSecurityHubV2Request;
import software.amazon.awssdk.services.securityhub.model.DescribeSecurityHubV2Response;
import software.amazon.awssdk.services.securityhub.model.GetEnabledStandardsRequest;
import software.amazon.awssdk.services.securityhub.model.GetEnabledStandardsResponse;
import software.amazon.awssdk.services.securityhub.model.StandardsStatusReason;
import software.amazon.awssdk.services.securityhub.model.StandardsSubscription;

/** AWS Security Hub: hubs and standards, its administrator, policies and findings. */
final class SecurityHubService implements Service {

	/** How Security Hub refuses what is not valid. */
	static final String INVALID = "InvalidInputException";

	private static final Protocol PROTOCOL = new RestJsonProtocol();

	private static final int STANDARDS_PAGE = 100;

	private static final Cap STANDARDS = Cap.of(STANDARDS_PAGE, INVALID);

	private final World world;

	private final Paging paging;

	private final HubAdministration administration;

	private final HubPolicies policies;

	private final HubFindings findings;

	SecurityHubService(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
		this.administration = new HubAdministration(world, paging);
		this.policies = new HubPolicies(world, paging);
		this.findings = new HubFindings(world, paging);
	}

	@Override
	public String name() {
		return "securityhub";
	}

	@Override
	public Reach reach() {
		return Reach.REGION;
	}

	@Override
	public Protocol protocol() {
		return PROTOCOL;
	}

	@Override
	public List<Operation<?>> operations() {
		List<Operation<?>> operations = new ArrayList<>(
				List.of(Operation.routed("DescribeHub", "GET /accounts", DescribeHubRequest::builder, this::hub),
						Operation.routed("GetEnabledStandards", "POST /standards/get",
								GetEnabledStandardsRequest::builder, this::standards),
						Operation.routed("DescribeSecurityHubV2", "GET /hubv2", DescribeSecurityHubV2Request::builder,
								this::hubV2)));
		operations.addAll(this.administration.operations());
		operations.addAll(this.policies.operations());
		operations.addAll(this.findings.operations());
		return operations;
	}

	@Override
	public ErrorAnswer tooOften() {
		return new ErrorAnswer(429, "LimitExceededException", "Rate exceeded");
	}

	@Override
	public String chain(String operation) {
		return switch (operation) {
			case "DescribeSecurityHubV2" -> "v2";
			case "DescribeHub", "GetEnabledStandards" -> "hub";
			case "GetFindings" -> "findings";
			case "DescribeOrganizationConfiguration", "ListMembers" -> "organization";
			default -> "policies";
		};
	}

	@Override
	public List<Delegation> delegations() {
		return List.of(new Delegation(World.AUDIT, "securityhub.amazonaws.com"));
	}

	@Override
	public void onceCalls(FewestCalls calls) {
		this.administration.onceCalls(calls);
		this.policies.onceCalls(calls);
		this.findings.onceCalls(calls);
	}

	@Override
	public void regionCalls(Member member, String region, FewestCalls calls) {
		int position = member.position();
		Hub hub = this.world.of(member, region, Hub.FACET);
		Assigned assigned = this.world.of(member, Assigned.FACET);
		boolean proven = assigned.proves() && organization(this.world).governed(this.world.regions()).contains(region);
		calls.add(position, region, "securityhub:DescribeHub", proven ? 0 : 1);
		if (hub.on()) {
			calls.paged(position, region, "securityhub:GetEnabledStandards", "", hub.standards().size(),
					STANDARDS_PAGE);
		}
		calls.add(position, region, "securityhub:DescribeSecurityHubV2", 1);
	}

	static HubOrganization organization(World world) {
		return world.of(world.member(World.AUDIT), HubOrganization.FACET);
	}

	/** The hub of whoever asks. */
	static Hub requireOn(World world, Caller caller) {
		Hub hub = world.of(caller.member(), caller.region(), Hub.FACET);
		if (!hub.on()) {
			throw new ErrorAnswer(401, "InvalidAccessException",
					"Account " + caller.member().id() + " is not subscribed to AWS Security Hub");
		}
		return hub;
	}

	private Reply hub(Ask<DescribeHubRequest> ask) {
		Caller caller = ask.caller();
		requireOn(this.world, caller);
		return Reply.of(DescribeHubResponse.builder()
			.hubArn(Partition.of(caller.region())
				.arn("securityhub", caller.region(), caller.member().id(), "hub/default"))
			.subscribedAt(this.world.past().once(caller.member().position(), "hub").toString())
			.autoEnableControls(true)
			.controlFindingGenerator("SECURITY_CONTROL")
			.build());
	}

	private Reply standards(Ask<GetEnabledStandardsRequest> ask) {
		Caller caller = ask.caller();
		List<Standard> standards = requireOn(this.world, caller).standards();
		Page<StandardsSubscription> page = this.paging.page(caller, "GetEnabledStandards", "", standards.size(),
				(i) -> subscription(standards.get(i), caller), ask.request().nextToken(), ask.request().maxResults(),
				STANDARDS, INVALID);
		return Reply.of(GetEnabledStandardsResponse.builder()
			.standardsSubscriptions(page.items())
			.nextToken(page.next())
			.build());
	}

	private static StandardsSubscription subscription(Standard standard, Caller caller) {
		return StandardsSubscription.builder()
			.standardsArn(standard.arn(caller.region()))
			.standardsSubscriptionArn(standard.subscription(caller.region(), caller.member().id()))
			.standardsInput(Map.of())
			.standardsStatus(standard.status())
			.standardsControlsUpdatable("READY_FOR_UPDATES")
			.standardsStatusReason((standard.reason() != null)
					? StandardsStatusReason.builder().statusReasonCode(standard.reason()).build() : null)
			.build();
	}

	private Reply hubV2(Ask<DescribeSecurityHubV2Request> ask) {
		Caller caller = ask.caller();
		if (!this.world.of(caller.member(), caller.region(), Hub.FACET).v2()) {
			throw new ErrorAnswer(404, "ResourceNotFoundException", "Security Hub v2 is not enabled.");
		}
		return Reply.of(DescribeSecurityHubV2Response.builder()
			.hubV2Arn(Partition.of(caller.region())
				.arn("securityhub", caller.region(), caller.member().id(), "hubv2/default"))
			.subscribedAt(this.world.past().once(caller.member().position(), "hubv2").toString())
			.build());
	}

}
