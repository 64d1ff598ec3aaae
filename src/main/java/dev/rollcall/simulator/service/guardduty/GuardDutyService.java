package dev.rollcall.simulator.service.guardduty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.wire.RestJsonProtocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.guardduty.model.AdminAccount;
import software.amazon.awssdk.services.guardduty.model.GetDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.ListOrganizationAdminAccountsRequest;
import software.amazon.awssdk.services.guardduty.model.ListOrganizationAdminAccountsResponse;

/** GuardDuty: a detector in each Region of an account, and who administers them. */
final class GuardDutyService implements Service {

	static final int LARGEST_PAGE = 50;

	static final String REFUSAL = "BadRequestException";

	static final Cap CAP = Cap.of(LARGEST_PAGE, REFUSAL);

	private static final Protocol PROTOCOL = new RestJsonProtocol();

	private final World world;

	private final Paging paging;

	private final GuardMembers members;

	private final GuardFindings findings;

	private final List<Operation<?>> operations;

	GuardDutyService(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
		this.members = new GuardMembers(world, paging);
		this.findings = new GuardFindings(world, paging, this.members);
		this.operations = served();
	}

	private List<Operation<?>> served() {
		List<Operation<?>> served = new ArrayList<>(this.findings.operations());
		served
			.addAll(List.of(
					Operation.routed("ListOrganizationAdminAccounts", "GET /admin",
							ListOrganizationAdminAccountsRequest::builder, this::administrators),
					Operation.routed("ListDetectors", "GET /detector", ListDetectorsRequest::builder, this::detectors),
					Operation.routed("GetDetector", "GET /detector/{detectorId}", GetDetectorRequest::builder,
							this::detector),
					this.members.configuration(), this.members.list(), this.members.detectors()));
		return List.copyOf(served);
	}

	@Override
	public String name() {
		return "guardduty";
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
		return this.operations;
	}

	@Override
	public ErrorAnswer tooOften() {
		return new ErrorAnswer(429, "TooManyRequestsException", "Rate exceeded");
	}

	@Override
	public Rate assumedQuota() {
		return new Rate(5, 10);
	}

	@Override
	public List<Delegation> delegations() {
		return List.of(new Delegation(World.AUDIT, "guardduty.amazonaws.com"));
	}

	@Override
	public void onceCalls(FewestCalls calls) {
		for (String region : this.world.regions()) {
			calls.paged(World.MANAGEMENT, region, "guardduty:ListOrganizationAdminAccounts", "", listed(region).size(),
					LARGEST_PAGE);
			Administration.administrator(this.world, region).ifPresent((administrator) -> {
				detectorCalls(administrator, region, calls);
				if (guard(administrator, region).detector() != Guard.State.NONE) {
					this.members.calls(administrator, region, calls);
					this.findings.onceCalls(administrator, region, calls);
				}
			});
		}
	}

	@Override
	public void regionCalls(Member member, String region, FewestCalls calls) {
		Guard guard = guard(member, region);
		if (guard.provenBy(this.world, member, region).isEmpty()) {
			detectorCalls(member, region, calls);
			if (guard.detector() != Guard.State.NONE) {
				this.findings.ownCalls(member, region, calls);
			}
		}
	}

	private void detectorCalls(Member member, String region, FewestCalls calls) {
		int detectors = DetectorAnswers.id(guard(member, region), member, region).isPresent() ? 1 : 0;
		calls.paged(member.position(), region, "guardduty:ListDetectors", "", detectors, LARGEST_PAGE);
		calls.add(member.position(), region, "guardduty:GetDetector", detectors);
	}

	private Guard guard(Member member, String region) {
		return this.world.of(member, region, Guard.FACET);
	}

	private Reply administrators(Ask<ListOrganizationAdminAccountsRequest> ask) {
		if (ask.caller().member().position() != World.MANAGEMENT) {
			throw new ErrorAnswer(400, REFUSAL, "The request is rejected because the current account is not the master"
					+ " account for your AWS Organization.");
		}
		List<AdminAccount> administrators = listed(ask.caller().region());
		Page<AdminAccount> page = this.paging.page(ask.caller(), "ListOrganizationAdminAccounts", "",
				administrators.size(), administrators::get, ask.request().nextToken(), ask.request().maxResults(), CAP,
				REFUSAL);
		return Reply.of(ListOrganizationAdminAccountsResponse.builder()
			.adminAccounts(page.items())
			.nextToken(page.next())
			.build());
	}

	private List<AdminAccount> listed(String region) {
		Administration administration = Administration.in(this.world, region);
		return Optional.ofNullable(administration.position())
			.map((position) -> AdminAccount.builder()
				.adminAccountId(World.id(position))
				.adminStatus(administration.leaving() ? "DISABLE_IN_PROGRESS" : "ENABLED")
				.build())
			.stream()
			.toList();
	}

	private Reply detectors(Ask<ListDetectorsRequest> ask) {
		List<String> ids = DetectorAnswers.id(this.world, ask.caller()).stream().toList();
		Page<String> page = this.paging.page(ask.caller(), "ListDetectors", "", ids.size(), ids::get,
				ask.request().nextToken(), ask.request().maxResults(), CAP, REFUSAL);
		return Reply.of(ListDetectorsResponse.builder().detectorIds(page.items()).nextToken(page.next()).build());
	}

	private Reply detector(Ask<GetDetectorRequest> ask) {
		Caller caller = ask.caller();
		DetectorAnswers.requireOwn(this.world, caller, ask.request().detectorId());
		return Reply.of(DetectorAnswers.of(this.world, caller));
	}

}
