package dev.rollcall.simulator.service.cloudtrail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.service.cloudtrail.TrailState.Delivery;
import dev.rollcall.simulator.service.cloudtrail.TrailState.Events;
import dev.rollcall.simulator.service.cloudtrail.TrailState.Recorded;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.JsonProtocol;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** AWS CloudTrail: trails, whether they are logging, and what they record. */
final class CloudTrailService implements Service {

	private static final Protocol PROTOCOL = new JsonProtocol();

	private final World world;

	private final List<Operation<?>> operations;

	CloudTrailService(World world) {
		this.world = world;
		this.operations = served();
	}

	private List<Operation<?>> served() {
		return List.of(Operation.named("DescribeTrails", DescribeTrailsRequest::builder, this::trails),
				Operation.named("GetTrailStatus", GetTrailStatusRequest::builder, this::status),
				Operation.named("GetEventSelectors", GetEventSelectorsRequest::builder, this::selectors));
	}

	@Override
	public String name() {
		return "cloudtrail";
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
	public List<String> principals() {
		return List.of("cloudtrail.amazonaws.com");
	}

	/** All trails that show in an account are asked for in one Region. */
	@Override
	public void accountCalls(Member member, FewestCalls calls) {
		calls.add(member.position(), this.world.regions().stream().sorted().findFirst().orElseThrow(),
				"cloudtrail:DescribeTrails", 1);
	}

	@Override
	public void regionCalls(Member member, String region, FewestCalls calls) {
		int own = (int) this.world.of(member, Trails.FACET)
			.all()
			.stream()
			.filter((trail) -> trail.home().equals(region))
			.count();
		calls.add(member.position(), region, "cloudtrail:DescribeTrails", 1);
		calls.add(member.position(), region, "cloudtrail:GetTrailStatus", own);
		calls.add(member.position(), region, "cloudtrail:GetEventSelectors", own);
	}

	private Reply trails(Ask<DescribeTrailsRequest> ask) {
		List<String> names = ask.request().trailNameList();
		boolean shadows = !Boolean.FALSE.equals(ask.request().includeShadowTrails());
		List<Trail> trails = Trails.shown(this.world, ask.caller().member(), ask.caller().region())
			.stream()
			.filter((trail) -> shadows || !isShadow(trail, ask.caller()))
			.filter((trail) -> names.isEmpty() || names.contains(trail.arn())
					|| (names.contains(trail.name()) && trail.owner().equals(ask.caller().member().id())))
			.map(CloudTrailService::described)
			.toList();
		return Reply.of(DescribeTrailsResponse.builder().trailList(trails).build());
	}

	/**
	 * A trail that was made in another Region, or for the organization by another
	 * account.
	 */
	private static boolean isShadow(TrailState trail, Caller caller) {
		return !trail.home().equals(caller.region()) || !trail.owner().equals(caller.member().id());
	}

	private static Trail described(TrailState trail) {
		return Trail.builder()
			.name(trail.name())
			.trailARN(trail.arn())
			.homeRegion(trail.home())
			.s3BucketName(trail.bucket())
			.includeGlobalServiceEvents(true)
			.isMultiRegionTrail(trail.multiRegion())
			.isOrganizationTrail(trail.organization())
			.logFileValidationEnabled(trail.validation())
			.kmsKeyId(trail.delivery().key())
			.cloudWatchLogsLogGroupArn(trail.delivery().logGroup())
			.snsTopicARN(trail.delivery().topic())
			.hasCustomEventSelectors(trail.recorded().advanced() || trail.events() != Events.ALL)
			.hasInsightSelectors(false)
			.build();
	}

	private Reply status(Ask<GetTrailStatusRequest> ask) {
		TrailState trail = trail(ask.caller(), ask.request().name());
		Delivery delivery = trail.delivery();
		Instant started = this.world.past().once(Dice.of(0).with(trail.arn()).with("started"));
		Instant delivered = trail.logging() ? this.world.past().lastly() : started;
		return Reply.of(GetTrailStatusResponse.builder()
			.isLogging(trail.logging())
			.startLoggingTime(started)
			.latestDeliveryError(delivery.error())
			.latestDeliveryTime(delivered)
			.latestDigestDeliveryTime(trail.validation() ? delivered : null)
			.latestCloudWatchLogsDeliveryTime((delivery.logGroup() == null) ? null : delivered)
			.latestNotificationError(delivery.topicError())
			.latestNotificationTime((delivery.topic() == null) ? null : delivered)
			.build());
	}

	private Reply selectors(Ask<GetEventSelectorsRequest> ask) {
		TrailState trail = trail(ask.caller(), ask.request().trailName());
		GetEventSelectorsResponse.Builder answer = GetEventSelectorsResponse.builder()
			.trailARN(trail.arn())
			.eventSelectors(List.of());
		if (trail.recorded().advanced()) {
			return Reply.of(answer.advancedEventSelectors(advanced(trail.recorded())).build());
		}
		EventSelector selector = EventSelector.builder()
			.includeManagementEvents(trail.events() != Events.NONE)
			.readWriteType(word(trail.events()))
			.dataResources(List.of())
			.excludeManagementEventSources(List.of())
			.build();
		return Reply.of(answer.eventSelectors(selector).build());
	}

	private static String word(Events events) {
		return switch (events) {
			case ALL, NONE -> "All";
			case READ_ONLY -> "ReadOnly";
			case WRITE_ONLY -> "WriteOnly";
		};
	}

	/** The selectors' names are free text and say nothing of what they select. */
	private static List<AdvancedEventSelector> advanced(Recorded recorded) {
		List<AdvancedEventSelector> selectors = new ArrayList<>();
		if (recorded.events() != Events.NONE) {
			selectors.add(selector("なんでも Management", management(recorded.events())));
		}
		if (recorded.data()) {
			selectors.add(selector("なんでも Management",
					List.of(field("eventCategory", "Data"), field("resources.type", "AWS::S3::Object"))));
		}
		return selectors;
	}

	private static List<AdvancedFieldSelector> management(Events events) {
		AdvancedFieldSelector category = field("eventCategory", "Management");
		return switch (events) {
			case READ_ONLY -> List.of(category, field("readOnly", "true"));
			case WRITE_ONLY -> List.of(category, field("readOnly", "false"));
			case ALL, NONE -> List.of(category);
		};
	}

	private static AdvancedEventSelector selector(String name, List<AdvancedFieldSelector> fields) {
		return AdvancedEventSelector.builder().name(name).fieldSelectors(fields).build();
	}

	private static AdvancedFieldSelector field(String name, String value) {
		return AdvancedFieldSelector.builder().field(name).equalsValue(value).build();
	}

	/**
	 * A trail that shows here: by its ARN, or by its name where it is the caller's own.
	 */
	private TrailState trail(Caller caller, @Nullable String name) {
		return Trails.shown(this.world, caller.member(), caller.region())
			.stream()
			.filter((trail) -> trail.arn().equals(name)
					|| (trail.name().equals(name) && trail.owner().equals(caller.member().id())))
			.findFirst()
			.orElseThrow(() -> new ErrorAnswer(400, "TrailNotFoundException",
					"Unknown trail: " + name + " for the user: " + caller.member().id()));
	}

}
