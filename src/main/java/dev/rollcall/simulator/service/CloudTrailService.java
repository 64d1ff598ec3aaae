package dev.rollcall.simulator.service;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.JsonProtocol;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.TrailState;
import dev.rollcall.simulator.world.TrailState.Events;
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

/** AWS CloudTrail: trails, whether they are logging, and what they record. */
final class CloudTrailService {

	private final World world;

	private CloudTrailService(World world) {
		this.world = world;
	}

	static Service of(World world) {
		CloudTrailService service = new CloudTrailService(world);
		return new Service("cloudtrail", true, new JsonProtocol(),
				List.of(Operation.named("DescribeTrails", DescribeTrailsRequest::builder, service::trails),
						Operation.named("GetTrailStatus", GetTrailStatusRequest::builder, service::status),
						Operation.named("GetEventSelectors", GetEventSelectorsRequest::builder, service::selectors)));
	}

	private Reply trails(Ask<DescribeTrailsRequest> ask) {
		List<String> names = ask.request().trailNameList();
		boolean shadows = !Boolean.FALSE.equals(ask.request().includeShadowTrails());
		List<software.amazon.awssdk.services.cloudtrail.model.Trail> trails = this.world
			.shown(ask.caller().member(), ask.caller().region())
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

	private static software.amazon.awssdk.services.cloudtrail.model.Trail described(TrailState trail) {
		return software.amazon.awssdk.services.cloudtrail.model.Trail.builder()
			.name(trail.name())
			.trailARN(trail.arn())
			.homeRegion(trail.home())
			.s3BucketName("trail-" + World.id(2))
			.includeGlobalServiceEvents(true)
			.isMultiRegionTrail(trail.multiRegion())
			.isOrganizationTrail(trail.organization())
			.logFileValidationEnabled(trail.validation())
			.hasCustomEventSelectors(trail.advanced() || trail.events() != Events.ALL)
			.hasInsightSelectors(false)
			.build();
	}

	private Reply status(Ask<GetTrailStatusRequest> ask) {
		TrailState trail = trail(ask.caller(), ask.request().name());
		Dice dice = Dice.of(0).with(trail.arn());
		return Reply.of(GetTrailStatusResponse.builder()
			.isLogging(trail.logging())
			.latestDeliveryError(trail.deliveryError())
			.latestDeliveryTime(Times.of(dice.with("delivered")))
			.startLoggingTime(Times.of(dice.with("started")))
			.build());
	}

	private Reply selectors(Ask<GetEventSelectorsRequest> ask) {
		TrailState trail = trail(ask.caller(), ask.request().trailName());
		GetEventSelectorsResponse.Builder answer = GetEventSelectorsResponse.builder()
			.trailARN(trail.arn())
			.eventSelectors(List.of());
		if (trail.advanced()) {
			return Reply.of(answer.advancedEventSelectors(advanced(trail.events())).build());
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
	private static List<AdvancedEventSelector> advanced(Events events) {
		List<AdvancedFieldSelector> fields = new ArrayList<>();
		fields.add(field("eventCategory", (events == Events.NONE) ? "Data" : "Management"));
		switch (events) {
			case READ_ONLY -> fields.add(field("readOnly", "true"));
			case WRITE_ONLY -> fields.add(field("readOnly", "false"));
			case NONE -> fields.add(field("resources.type", "AWS::S3::Object"));
			case ALL -> {
			}
		}
		return List.of(AdvancedEventSelector.builder().name("なんでも Management").fieldSelectors(fields).build());
	}

	private static AdvancedFieldSelector field(String name, String value) {
		return AdvancedFieldSelector.builder().field(name).equalsValue(value).build();
	}

	/**
	 * A trail that shows here: by its ARN, or by its name where it is the caller's own.
	 */
	private TrailState trail(Caller caller, @Nullable String name) {
		return this.world.shown(caller.member(), caller.region())
			.stream()
			.filter((trail) -> trail.arn().equals(name)
					|| (trail.name().equals(name) && trail.owner().equals(caller.member().id())))
			.findFirst()
			.orElseThrow(() -> new ErrorAnswer(400, "TrailNotFoundException",
					"Unknown trail: " + name + " for the user: " + caller.member().id()));
	}

}
