package dev.rollcall.simulator.service.securityhub;

import java.util.List;
import java.util.stream.Stream;

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
import software.amazon.awssdk.services.securityhub.model.ConfigurationPolicyAssociationSummary;
import software.amazon.awssdk.services.securityhub.model.ConfigurationPolicySummary;
import software.amazon.awssdk.services.securityhub.model.GetConfigurationPolicyRequest;
import software.amazon.awssdk.services.securityhub.model.GetConfigurationPolicyResponse;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPoliciesRequest;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPoliciesResponse;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPolicyAssociationsRequest;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPolicyAssociationsResponse;

/** The policies that configure Security Hub, which its home Region alone knows. */
final class HubPolicies {

	private static final int PAGE = 100;

	private static final Cap CAP = Cap.of(PAGE, SecurityHubService.INVALID);

	private final World world;

	private final Paging paging;

	HubPolicies(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	List<Operation<?>> operations() {
		return List.of(
				Operation.routed("ListConfigurationPolicies", "GET /configurationPolicy/list",
						ListConfigurationPoliciesRequest::builder, this::policies),
				Operation.routed("GetConfigurationPolicy", "GET /configurationPolicy/get/{Identifier}",
						GetConfigurationPolicyRequest::builder, this::policy),
				Operation.routed("ListConfigurationPolicyAssociations", "POST /configurationPolicyAssociation/list",
						ListConfigurationPolicyAssociationsRequest::builder, this::associations));
	}

	/** Whether they are in force is asked at home, beside what each Region is asked. */
	void onceCalls(FewestCalls calls) {
		String home = this.world.home();
		calls.add(World.AUDIT, home, "securityhub:DescribeOrganizationConfiguration", 1);
		calls.paged(World.AUDIT, home, "securityhub:ListConfigurationPolicies", "", ConfigurationPolicy.ALL.size(),
				PAGE);
		calls.add(World.AUDIT, home, "securityhub:GetConfigurationPolicy", ConfigurationPolicy.ALL.size());
		calls.paged(World.AUDIT, home, "securityhub:ListConfigurationPolicyAssociations", "", accounts().size() + 1,
				PAGE);
	}

	private void requireHome(Caller caller) {
		if (caller.member().position() != World.AUDIT || !caller.region().equals(this.world.home())) {
			throw new ErrorAnswer(403, "AccessDeniedException",
					"Only the delegated administrator can do this, in the home Region.");
		}
	}

	private Reply policies(Ask<ListConfigurationPoliciesRequest> ask) {
		requireHome(ask.caller());
		Page<ConfigurationPolicySummary> page = this.paging.page(ask.caller(), "ListConfigurationPolicies", "",
				ConfigurationPolicy.ALL.size(), (i) -> summary(ConfigurationPolicy.ALL.get(i)),
				ask.request().nextToken(), ask.request().maxResults(), CAP, SecurityHubService.INVALID);
		return Reply.of(ListConfigurationPoliciesResponse.builder()
			.configurationPolicySummaries(page.items())
			.nextToken(page.next())
			.build());
	}

	private ConfigurationPolicySummary summary(ConfigurationPolicy policy) {
		return ConfigurationPolicySummary.builder()
			.id(policy.id())
			.arn(arn(policy))
			.name(policy.name())
			.serviceEnabled(policy.on())
			.updatedAt(this.world.past().once(0, policy.id()))
			.build();
	}

	private String arn(ConfigurationPolicy policy) {
		return Partition.of(this.world.home())
			.arn("securityhub", this.world.home(), World.id(World.AUDIT), "configuration-policy/" + policy.id());
	}

	private Reply policy(Ask<GetConfigurationPolicyRequest> ask) {
		requireHome(ask.caller());
		ConfigurationPolicy policy = ConfigurationPolicy.ALL.stream()
			.filter((each) -> each.id().equals(ask.request().identifier())
					|| arn(each).equals(ask.request().identifier()))
			.findFirst()
			.orElseThrow(() -> new ErrorAnswer(404, "ResourceNotFoundException", "There is no such policy."));
		List<String> standards = policy.on() ? List.of(Standard.FOUNDATIONAL.arn(this.world.home())) : List.of();
		return Reply.of(GetConfigurationPolicyResponse.builder()
			.id(policy.id())
			.arn(arn(policy))
			.name(policy.name())
			.createdAt(this.world.past().once(0, policy.id()))
			.updatedAt(this.world.past().once(0, policy.id()))
			.configurationPolicy((document) -> document.securityHub((hub) -> hub.serviceEnabled(policy.on())
				.enabledStandardIdentifiers(standards)
				.securityControlsConfiguration((controls) -> controls.disabledSecurityControlIdentifiers(List.of()))))
			.build());
	}

	private List<Member> accounts() {
		return this.world.members(0).filter(Member::isActive).toList();
	}

	private Reply associations(Ask<ListConfigurationPolicyAssociationsRequest> ask) {
		requireHome(ask.caller());
		List<ConfigurationPolicyAssociationSummary> all = Stream
			.concat(Stream.of(root()), accounts().stream().map(this::association))
			.toList();
		Page<ConfigurationPolicyAssociationSummary> page = this.paging.page(ask.caller(),
				"ListConfigurationPolicyAssociations", "", all.size(), all::get, ask.request().nextToken(),
				ask.request().maxResults(), CAP, SecurityHubService.INVALID);
		return Reply.of(ListConfigurationPolicyAssociationsResponse.builder()
			.configurationPolicyAssociationSummaries(page.items())
			.nextToken(page.next())
			.build());
	}

	private ConfigurationPolicyAssociationSummary root() {
		return ConfigurationPolicyAssociationSummary.builder()
			.targetId(this.world.units().get(0).id())
			.targetType("ROOT")
			.configurationPolicyId(ConfigurationPolicy.BASELINE.id())
			.associationType("APPLIED")
			.associationStatus("SUCCESS")
			.updatedAt(this.world.past().once(0, "hub root"))
			.build();
	}

	private ConfigurationPolicyAssociationSummary association(Member member) {
		Assigned assigned = this.world.of(member, Assigned.FACET);
		return ConfigurationPolicyAssociationSummary.builder()
			.targetId(member.id())
			.targetType("ACCOUNT")
			.configurationPolicyId(assigned.policy())
			.associationType(assigned.type())
			.associationStatus(assigned.status())
			.associationStatusMessage(assigned.message())
			.updatedAt(this.world.past().once(member.position(), "hub policy"))
			.build();
	}

}
