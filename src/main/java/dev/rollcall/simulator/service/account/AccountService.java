package dev.rollcall.simulator.service.account;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.wire.RestJsonProtocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/** AWS Account Management: which Regions an account has. */
final class AccountService implements Service {

	private static final Protocol PROTOCOL = new RestJsonProtocol();

	private static final int LARGEST_PAGE = 50;

	private static final Cap CAP = new Cap(LARGEST_PAGE, 20, "ValidationException");

	/** Regions that an account has to opt in to, so far as the simulation tells them. */
	private static final List<String> OPT_IN = List.of("af-south-1", "ap-east-1", "ap-east-2", "ap-south-2",
			"ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-7", "ca-west-1", "eu-central-2",
			"eu-south-1", "eu-south-2", "il-central-1", "me-central-1", "me-south-1", "mx-central-1");

	private final World world;

	private final Paging paging;

	private final List<Operation<?>> operations;

	AccountService(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
		this.operations = served();
	}

	private List<Operation<?>> served() {
		return List
			.of(Operation.routed("ListRegions", "POST /listRegions", ListRegionsRequest::builder, this::regions));
	}

	@Override
	public String name() {
		return "account";
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
		return new ErrorAnswer(429, "TooManyRequestsException", "Too many requests.");
	}

	@Override
	public void onceCalls(FewestCalls calls) {
		calls.paged(World.AUDIT, World.GLOBAL, "account:ListRegions", "[ENABLED, ENABLED_BY_DEFAULT]",
				this.world.regions().size(), LARGEST_PAGE);
	}

	@Override
	public void accountCalls(Member member, FewestCalls calls) {
		calls.paged(member.position(), World.GLOBAL, "account:ListRegions", "[]", this.world.regions().size() + 1,
				LARGEST_PAGE);
	}

	private Reply regions(Ask<ListRegionsRequest> ask) {
		ListRegionsRequest request = ask.request();
		Member member = ask.caller().member();
		if (request.accountId() != null && !request.accountId().equals(member.id())) {
			throw new ErrorAnswer(403, "AccessDeniedException",
					"The operation is allowed for the account that calls only.");
		}
		List<RegionOptStatus> wanted = request.regionOptStatusContains();
		List<Region> regions = statuses(member).stream()
			.filter((region) -> wanted.isEmpty() || wanted.contains(region.regionOptStatus()))
			.toList();
		Page<Region> page = this.paging.page(ask.caller(), "ListRegions", wanted.toString(), regions.size(),
				regions::get, request.nextToken(), request.maxResults(), CAP, "ValidationException");
		return Reply.of(ListRegionsResponse.builder().regions(page.items()).nextToken(page.next()).build());
	}

	/** The scenario's Regions, and one more that nobody has opted in to. */
	private List<Region> statuses(Member member) {
		List<Region> regions = new ArrayList<>();
		for (String region : this.world.regions()) {
			RegionOptStatus status = member.disabledRegions().contains(region) ? RegionOptStatus.DISABLED
					: OPT_IN.contains(region) ? RegionOptStatus.ENABLED : RegionOptStatus.ENABLED_BY_DEFAULT;
			regions.add(Region.builder().regionName(region).regionOptStatus(status).build());
		}
		OPT_IN.stream()
			.filter((region) -> !this.world.regions().contains(region))
			.findFirst()
			.ifPresent((region) -> regions
				.add(Region.builder().regionName(region).regionOptStatus(RegionOptStatus.DISABLED).build()));
		return regions;
	}

}
