package dev.rollcall.simulator.service.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/** AWS Account Management: which Regions an account has, and whom AWS tells. */
final class AccountService implements Service {

	private static final Protocol PROTOCOL = new RestJsonProtocol();

	private static final String CONTACT = "GetAlternateContact";

	private static final int LARGEST_PAGE = 50;

	private static final Cap CAP = new Cap(LARGEST_PAGE, 20, "ValidationException");

	private static final Set<String> TYPES = Set.of("BILLING", "OPERATIONS", "SECURITY");

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
		return List.of(Operation.routed("ListRegions", "POST /listRegions", ListRegionsRequest::builder, this::regions),
				Operation
					.<GetAlternateContactRequest>routed(CONTACT, "POST /getAlternateContact",
							GetAlternateContactRequest::builder, this::contact)
					.about(GetAlternateContactRequest::accountId));
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
		int members = (int) this.world.members(0).filter(Member::isActive).count() - 1;
		calls.add(administrator(), World.GLOBAL, name() + ":" + CONTACT, members);
		calls.add(World.MANAGEMENT, World.GLOBAL, name() + ":" + CONTACT, 1);
	}

	private int administrator() {
		return (this.world.has(World.IDENTITY) && this.world.member(World.IDENTITY).isActive()) ? World.IDENTITY
				: World.MANAGEMENT;
	}

	@Override
	public boolean isAskedAboutEverybody(String operation) {
		return operation.equals(CONTACT);
	}

	@Override
	public List<Delegation> delegations() {
		return List.of(new Delegation(World.IDENTITY, "account.amazonaws.com"));
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

	/** No member, the administrator included, may ask about management. */
	private Reply contact(Ask<GetAlternateContactRequest> ask) {
		GetAlternateContactRequest request = ask.request();
		String type = request.alternateContactTypeAsString();
		if (!TYPES.contains(type)) {
			throw new ErrorAnswer(400, "ValidationException", "'" + type + "' is no type of contact.");
		}
		SecurityContact contact = this.world.of(subject(ask.caller().member(), request.accountId()),
				SecurityContact.FACET);
		if (contact.domain() == null || !type.equals("SECURITY")) {
			throw new ErrorAnswer(404, "ResourceNotFoundException",
					"No contact of the inputted alternate contact type found.");
		}
		return Reply.of(GetAlternateContactResponse.builder()
			.alternateContact((found) -> found.alternateContactType(type)
				.emailAddress("security@" + contact.domain())
				.name("Security Desk")
				.title("Security")
				.phoneNumber("+81 3-5555-0100"))
			.build());
	}

	private Member subject(Member caller, @Nullable String account) {
		if (account == null) {
			return caller;
		}
		boolean administrates = caller.position() == World.MANAGEMENT || caller.position() == World.IDENTITY;
		return this.world.member(account)
			.filter((member) -> administrates && member.position() != World.MANAGEMENT)
			.orElseThrow(() -> new ErrorAnswer(403, "AccessDeniedException",
					"User: " + caller.id() + " is not authorized to ask about the account " + account + "."));
	}

}
