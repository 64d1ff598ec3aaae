package dev.rollcall.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

import dev.rollcall.simulator.Outcome.Answered;
import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.service.Services;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.HttpCall;
import dev.rollcall.simulator.wire.HttpReply;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Takes every request through what AWS takes it through: whose it is, whether it is one
 * too many, whether it is allowed, what the service answers; and through what the
 * scenario has in store for it. Used by many threads at once.
 */
final class Frontend implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Frontend.class);

	private final Scenario scenario;

	private final World world;

	private final Dice dice;

	private final Sessions sessions;

	private final Services services;

	private final Buckets buckets = new Buckets(System::nanoTime);

	private final Faults faults;

	private final CallCounts counts;

	private final Permissions permissions;

	private final Paging paging;

	private final LongAdder throttled = new LongAdder();

	private final Optional<SigningTime> signingTime;

	Frontend(Scenario scenario, Clock clock) {
		this.scenario = scenario;
		this.world = new World(scenario.outline(), Objects.requireNonNullElseGet(scenario.today(),
				() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
		this.dice = Dice.of(scenario.outline().seed());
		this.sessions = new Sessions(scenario.outline(), clock);
		this.signingTime = Optional.ofNullable(scenario.clockSkew()).map((skew) -> new SigningTime(clock, skew));
		this.permissions = new Permissions(this.world);
		this.faults = new Faults(scenario.faults());
		this.paging = new Paging(this.dice);
		this.services = new Services(this.world, this.paging, this::callsSoFar, clock,
				List.of(new StsService(this.world, scenario, this.sessions)));
		this.counts = new CallCounts(this.world.bound(), operations(), regions());
	}

	private List<String> operations() {
		return this.services.all()
			.stream()
			.flatMap((service) -> service.operations().stream().map((operation) -> name(service, operation)))
			.toList();
	}

	private List<String> regions() {
		List<String> regions = new ArrayList<>(List.of(World.GLOBAL));
		regions.addAll(this.world.regions());
		return regions;
	}

	private int callsSoFar(int position, String region, String operation) {
		return this.counts.of(position, region, operation);
	}

	World world() {
		return this.world;
	}

	LeastCalls leastCalls(FewestCalls.Sink sink) {
		return new LeastCalls(this.world, this.services.all(), this.paging, sink);
	}

	/** A service that is simulated. */
	Service service(String name) {
		return this.services.named(name)
			.orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not simulated"));
	}

	CallCounts counts() {
		return this.counts;
	}

	/** How many calls were refused as too frequent. */
	long throttled() {
		return this.throttled.sum();
	}

	/**
	 * Starts counting anew. Credential reports that were asked for are forgotten with the
	 * calls that asked.
	 */
	void reset() {
		this.counts.reset();
		this.throttled.reset();
	}

	/** What becomes of a request. */
	Outcome answer(HttpCall call) {
		Optional<SignatureScope> scope = SignatureScope.of(call);
		if (scope.isEmpty()) {
			return now(HttpReply.text(403, "application/xml",
					"<Error><Code>MissingAuthenticationToken</Code><Message>Request is missing Authentication Token"
							+ "</Message></Error>"));
		}
		Optional<Service> service = this.services.of(scope.get().service(), call);
		if (service.isEmpty()) {
			return now(HttpReply.text(501, "application/json",
					"{\"__type\":\"NotImplemented\",\"message\":\"The simulated organization does not serve this service.\"}"));
		}
		return answer(call, scope.get(), service.get(), requestId());
	}

	private Outcome answer(HttpCall call, SignatureScope scope, Service service, String requestId) {
		try {
			this.signingTime.ifPresent((time) -> time.require(call, service));
			Session session = authenticate(scope, service);
			Member member = this.world.member(session.account());
			Caller caller = new Caller(member,
					(service.reach() != Service.Reach.GLOBAL) ? scope.region() : World.GLOBAL, session.arn(),
					session.userId());
			Operation<?> operation = service.protocol().operation(call, service.operations());
			return answer(call, caller, session, service, operation, requestId);
		}
		catch (ErrorAnswer ex) {
			HttpReply error = service.protocol().error(ex, requestId);
			return now(this.signingTime.map((time) -> time.dated(error)).orElse(error));
		}
		catch (RuntimeException ex) {
			logger.error("{} {} failed", call.method(), call.path(), ex);
			return now(service.protocol().error(Refusals.internal(service), requestId));
		}
	}

	private Session authenticate(SignatureScope scope, Service service) {
		Session session = this.sessions.find(scope.accessKey(), scope.token())
			.filter((found) -> this.world.has(found.account()))
			.orElseThrow(() -> (scope.token() != null) ? Refusals.unknownToken(service) : Refusals.unknownKey(service));
		if (this.sessions.isExpired(session)) {
			throw Refusals.expired(service);
		}
		return session;
	}

	private Outcome answer(HttpCall call, Caller caller, Session session, Service service, Operation<?> operation,
			String requestId) {
		String region = region(caller);
		SdkPojo request = service.protocol().request(call, operation);
		int ordinal = this.counts.count(caller.member().position(), region, name(service, operation));
		Optional<Duration> delay = delay(service, operation, caller, ordinal);
		Optional<Fault.Effect> fault = this.faults.of(operation.about(caller, request), region, service.name(),
				operation.name());
		if (delay.isEmpty() || fault.equals(Optional.of(Fault.Kind.HANG))) {
			return new Outcome.Silence();
		}
		if (fault.equals(Optional.of(Fault.Kind.RESET))) {
			return new Outcome.Reset();
		}
		HttpReply reply;
		try {
			reply = reply(call, caller, session, service, operation, request, fault, requestId);
		}
		catch (ErrorAnswer ex) {
			reply = service.protocol().error(ex, requestId);
		}
		return fault.equals(Optional.of(Fault.Kind.DRIP)) ? new Outcome.Drip(reply) : new Answered(reply, delay.get());
	}

	private HttpReply reply(HttpCall call, Caller caller, Session session, Service service, Operation<?> operation,
			SdkPojo request, Optional<Fault.Effect> fault, String requestId) {
		String action = service.signedAs() + ":" + operation.permission();
		if (fault.equals(Optional.of(Fault.Kind.THROTTLE))) {
			this.throttled.increment();
		}
		Optional<HttpReply> instead = fault.flatMap((kind) -> FaultyReplies.instead(kind, service, caller, action));
		if (instead.isPresent()) {
			return instead.get();
		}
		if (!this.scenario.quotas().map((quotas) -> isWithin(quotas, caller, service, operation)).orElse(true)) {
			this.throttled.increment();
			throw service.tooOften();
		}
		this.permissions.require(caller, session, service, action);
		Operation.Reply answer = operation.answer(caller, request, call);
		HttpReply reply = service.protocol()
			.answer(operation, fault.map((effect) -> FaultyReplies.changed(effect, answer)).orElse(answer), requestId);
		return fault.map((effect) -> FaultyReplies.changed(effect, reply)).orElse(reply);
	}

	private boolean isWithin(Quotas quotas, Caller caller, Service service, Operation<?> operation) {
		return this.buckets.take(caller.member().position(), region(caller), name(service, operation),
				quotas.of(name(service, operation), service.quota(operation.name())));
	}

	private Optional<Duration> delay(Service service, Operation<?> operation, Caller caller, int ordinal) {
		if (this.scenario.latency().isEmpty()) {
			return Optional.of(Duration.ZERO);
		}
		return latency(service.name(), operation.name(), region(caller), caller.member().position(), ordinal);
	}

	/**
	 * How long the n-th call of an operation by an account in a Region takes; empty where
	 * it is never answered.
	 */
	Optional<Duration> latency(String service, String operation, String region, int account, int ordinal) {
		int place = Math.max(0, this.world.regions().indexOf(region));
		return this.scenario.latency()
			.map((latency) -> latency.of(this.dice, service, place, this.world.regions().size(), account, operation,
					ordinal))
			.orElse(Optional.of(Duration.ZERO));
	}

	/**
	 * Where a call is counted and limited: a Region that nobody has is no place of its
	 * own.
	 */
	private String region(Caller caller) {
		return this.world.regions().contains(caller.region()) ? caller.region() : World.GLOBAL;
	}

	private static String name(Service service, Operation<?> operation) {
		return service.name() + ":" + operation.name();
	}

	private static Answered now(HttpReply reply) {
		return new Answered(reply, Duration.ZERO);
	}

	private static String requestId() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return new UUID(random.nextLong(), random.nextLong()).toString();
	}

	@Override
	public void close() {
		this.services.close();
	}

}
