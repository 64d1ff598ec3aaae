package dev.rollcall.simulator.service.securityhub;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.GetFindingsRequest;
import software.amazon.awssdk.services.securityhub.model.GetFindingsResponse;
import software.amazon.awssdk.services.securityhub.model.StringFilter;

/**
 * The findings that a Region has: at the administrator those of all members, in its home
 * Region those of all linked ones too. All of them say that something fails.
 */
final class HubFindings {

	private static final int PAGE = 100;

	private static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW");

	private final World world;

	private final Paging paging;

	HubFindings(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	List<Operation<?>> operations() {
		return List.of(Operation.routed("GetFindings", "POST /findings", GetFindingsRequest::builder, this::findings));
	}

	/** Each severity is a list of its own. */
	void onceCalls(FewestCalls calls) {
		Member audit = this.world.member(World.AUDIT);
		SEVERITIES.forEach((severity) -> calls.paged(World.AUDIT, this.world.home(), "securityhub:GetFindings",
				List.of(severity).toString(), found(audit, this.world.home(), List.of(severity)).size(), PAGE));
	}

	private Reply findings(Ask<GetFindingsRequest> ask) {
		Caller caller = ask.caller();
		SecurityHubService.requireOn(this.world, caller);
		List<String> severities = severities(ask.request().filters());
		List<Found> found = found(caller.member(), caller.region(), severities);
		Page<AwsSecurityFinding> page = this.paging.page(caller, "GetFindings", severities.toString(), found.size(),
				(i) -> finding(found.get(i)), ask.request().nextToken(), ask.request().maxResults(),
				Cap.of(PAGE, SecurityHubService.INVALID), SecurityHubService.INVALID);
		return Reply.of(GetFindingsResponse.builder().findings(page.items()).nextToken(page.next()).build());
	}

	private static List<String> severities(@Nullable AwsSecurityFindingFilters filters) {
		return (filters != null && filters.hasSeverityLabel())
				? filters.severityLabel().stream().map(StringFilter::value).toList() : SEVERITIES;
	}

	private List<Found> found(Member caller, String region, List<String> severities) {
		boolean administrator = caller.position() == World.AUDIT;
		List<String> regions = (administrator && region.equals(this.world.home()))
				? SecurityHubService.organization(this.world).governed(this.world.regions()) : List.of(region);
		List<Found> found = new ArrayList<>();
		List<Member> members = administrator ? this.world.members(0).filter(Member::isActive).toList()
				: List.of(caller);
		for (Member member : members) {
			for (String where : regions) {
				Hub hub = this.world.of(member, where, Hub.FACET);
				if (hub.reports() && !member.disabledRegions().contains(where)) {
					severities.forEach((severity) -> add(found, member, where, severity, hub));
				}
			}
		}
		return found;
	}

	private static void add(List<Found> found, Member member, String region, String severity, Hub hub) {
		int failing = hub.failing().getOrDefault(severity, 0);
		for (int number = 0; number < failing; number++) {
			found.add(new Found(member, region, severity, number));
		}
	}

	private AwsSecurityFinding finding(Found found) {
		String control = found.severity().equals("CRITICAL") ? "IAM.6" : "S3." + (1 + found.number() % 20);
		String id = Partition.of(found.region())
			.arn("securityhub", found.region(), found.member().id(),
					"security-control/" + control + "/finding/" + found.severity() + "-" + found.number());
		return AwsSecurityFinding.builder()
			.schemaVersion("2018-10-08")
			.id(id)
			.awsAccountId(found.member().id())
			.region(found.region())
			.productName("Security Hub")
			.productArn(Partition.of(found.region()).arn("securityhub", found.region(), "", "product/aws/securityhub"))
			.generatorId("security-control/" + control)
			.createdAt(this.world.past().once(found.member().position(), id).toString())
			.updatedAt(this.world.past().lately(found.member().position(), id).toString())
			.title("=" + control + " fails")
			.description("This control checks what it is named after.")
			.resources((resource) -> resource.type("AwsAccount").id("AWS::::Account:" + found.member().id()))
			.severity((severity) -> severity.label(found.severity()))
			.compliance((compliance) -> compliance.status("FAILED").securityControlId(control))
			.workflow((workflow) -> workflow.status("NEW"))
			.recordState("ACTIVE")
			.build();
	}

	/** A finding, by its number among those of its account, Region and severity. */
	private record Found(Member member, String region, String severity, int number) {

	}

}
