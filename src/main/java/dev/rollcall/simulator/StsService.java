package dev.rollcall.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.simulator.Sessions.Issued;
import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.wire.QueryProtocol;
import dev.rollcall.simulator.world.Entry;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** AWS STS: who calls, and entering an account through its role. */
final class StsService implements Service {

	private static final Protocol PROTOCOL = new QueryProtocol("https://sts.amazonaws.com/doc/2011-06-15/");

	private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):role/(.+)");

	private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

	private static final int SHORTEST_SECONDS = 900;

	private static final int LONGEST_SECONDS = 12 * 3600;

	private static final int LONGEST_POLICY = 2048;

	private final World world;

	private final Scenario scenario;

	private final Sessions sessions;

	private final List<Operation<?>> operations;

	StsService(World world, Scenario scenario, Sessions sessions) {
		this.world = world;
		this.scenario = scenario;
		this.sessions = sessions;
		this.operations = List.of(
				Operation.named("GetCallerIdentity", GetCallerIdentityRequest::builder, this::identity),
				Operation.<AssumeRoleRequest>named("AssumeRole", AssumeRoleRequest::builder, this::assume)
					.about(StsService::enters));
	}

	@Override
	public String name() {
		return "sts";
	}

	@Override
	public Reach reach() {
		return Reach.EVERY_REGION;
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
		return new ErrorAnswer(400, "Throttling", "Rate exceeded");
	}

	@Override
	public boolean isAskedByReader() {
		return true;
	}

	@Override
	public void onceCalls(FewestCalls calls) {
		calls.add(World.AUDIT, this.world.home(), "sts:GetCallerIdentity", 1);
	}

	/** Nobody enters the account that they are in. */
	@Override
	public void entryCalls(Member member, FewestCalls calls) {
		calls.add(World.AUDIT, this.world.home(), "sts:AssumeRole", (member.position() != World.AUDIT) ? 1 : 0);
	}

	private static @Nullable String enters(AssumeRoleRequest request) {
		return (request.roleArn() != null) ? account(request.roleArn()).orElse(null) : null;
	}

	/** The account that a role belongs to; empty where the text is no role's ARN. */
	private static Optional<String> account(String roleArn) {
		Matcher role = ROLE.matcher(roleArn);
		return role.matches() ? Optional.of(role.group(1)) : Optional.empty();
	}

	private Reply identity(Ask<GetCallerIdentityRequest> ask) {
		return Reply.of(GetCallerIdentityResponse.builder()
			.account(ask.caller().member().id())
			.arn(ask.caller().arn())
			.userId(ask.caller().userId())
			.build());
	}

	private Reply assume(Ask<AssumeRoleRequest> ask) {
		AssumeRoleRequest request = ask.request();
		int seconds = Objects.requireNonNullElse(request.durationSeconds(), 3600);
		require(request.roleArn() != null && ROLE.matcher(request.roleArn()).matches()
				&& request.roleSessionName() != null && SESSION_NAME.matcher(request.roleSessionName()).matches(),
				"RoleSessionName or RoleArn is not valid");
		require(seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS, "DurationSeconds is out of range");
		require(request.policy() == null || request.policy().length() <= LONGEST_POLICY, "Policy is too long");
		Member member = entered(ask.caller(), request);
		Duration asked = Duration.ofSeconds(seconds);
		Duration life = (asked.compareTo(this.scenario.longestSession()) > 0) ? this.scenario.longestSession() : asked;
		Issued issued = this.sessions.issue(member, request.roleSessionName(), life, request.policy());
		return Reply.of(AssumeRoleResponse.builder()
			.credentials((credentials) -> credentials.accessKeyId(issued.accessKey())
				.secretAccessKey(issued.secret())
				.sessionToken(issued.token())
				.expiration(issued.expiry()))
			.assumedRoleUser((user) -> user.arn(issued.session().arn()).assumedRoleId(issued.session().userId()))
			.packedPolicySize((request.policy() != null) ? Math.min(100, request.policy().length() / 21) : null)
			.build());
	}

	/**
	 * The account whose role lets the caller in. A missing role, one that does not trust
	 * us and a closed account are refused in the same words.
	 */
	private Member entered(Caller caller, AssumeRoleRequest request) {
		Optional<Member> member = account(request.roleArn()).flatMap(this.world::member);
		boolean trusted = member.isPresent()
				&& request.roleArn()
					.equals(this.world.partition().arn("iam", "", member.get().id(), "role/" + World.ROLE))
				&& member.get().isActive() && member.get().entry() == Entry.OPEN
				&& caller.member().position() == World.AUDIT
				&& (this.scenario.externalId() == null || this.scenario.externalId().equals(request.externalId()));
		if (!trusted) {
			throw new ErrorAnswer(403, "AccessDenied", "User: " + caller.arn()
					+ " is not authorized to perform: sts:AssumeRole on resource: " + request.roleArn());
		}
		return member.get();
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new ErrorAnswer(400, "ValidationError", message);
		}
	}

}
