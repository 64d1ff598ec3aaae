package dev.rollcall.collect.cloudtrail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;

/**
 * The data events that selectors record.
 *
 * @param reads the types of resources of which every read is recorded, whatever the
 * resource
 * @param writes the same of writes
 * @param conditions what is recorded of some resources, or some events, alone
 * @param unknown the fields of selectors of which cannot be told what they record
 */
record DataSelection(List<String> reads, List<String> writes, List<String> conditions, List<String> unknown) {

	private static final DataSelection NOTHING = new DataSelection(List.of(), List.of(), List.of(), List.of());

	/** The beginning of every ARN of a service: {@code arn:aws:s3}. */
	private static final Pattern EVERY_RESOURCE = Pattern.compile("arn:[^:]+:[^:]+:*");

	static DataSelection of(List<EventSelector> selectors, List<AdvancedEventSelector> advanced) {
		return Stream
			.concat(selectors.stream()
				.flatMap((selector) -> selector.dataResources().stream().map((data) -> of(selector, data))),
					advanced.stream().map(Selector::of).map(DataSelection::of))
			.reduce(NOTHING, DataSelection::or);
	}

	/** Of an empty list of resources nothing is recorded. */
	private static DataSelection of(EventSelector selector, DataResource data) {
		List<String> type = List.of(data.type());
		boolean reads = Selector.records(selector.readWriteType(), true);
		boolean writes = Selector.records(selector.readWriteType(), false);
		if (data.values().stream().anyMatch((value) -> EVERY_RESOURCE.matcher(value).matches())) {
			return new DataSelection(reads ? type : List.of(), writes ? type : List.of(), List.of(), List.of());
		}
		return data.values().isEmpty() ? NOTHING : new DataSelection(List.of(), List.of(),
				List.of(data.type() + " of " + FieldCondition.told(data.values())), List.of());
	}

	private static DataSelection of(Selector selector) {
		if (!selector.isFor("Data")) {
			return NOTHING;
		}
		if (!selector.unknown().isEmpty()) {
			return new DataSelection(List.of(), List.of(), List.of(), selector.unknown());
		}
		List<String> types = types(selector);
		if (types.isEmpty() || !selector.narrowing().stream().allMatch(DataSelection::isWhole)) {
			return new DataSelection(List.of(), List.of(), List.of(selector.text()), List.of());
		}
		return new DataSelection(selector.records(true) ? types : List.of(),
				selector.records(false) ? types : List.of(), List.of(), List.of());
	}

	private static List<String> types(Selector selector) {
		List<FieldCondition> types = selector.narrowing()
			.stream()
			.filter((condition) -> condition.isOf("resources.type"))
			.toList();
		return (types.size() == 1) ? types.get(0).alone("Equals") : List.of();
	}

	/** Whether a condition leaves out no resource of the selector's types. */
	private static boolean isWhole(FieldCondition condition) {
		return condition.isOf("resources.type") || (condition.isOf("resources.ARN")
				&& condition.alone("StartsWith").stream().anyMatch((start) -> EVERY_RESOURCE.matcher(start).matches()));
	}

	private DataSelection or(DataSelection other) {
		return new DataSelection(join(this.reads, other.reads), join(this.writes, other.writes),
				join(this.conditions, other.conditions), join(this.unknown, other.unknown));
	}

	private static List<String> join(List<String> some, List<String> others) {
		return Stream.concat(some.stream(), others.stream()).distinct().toList();
	}

	/** Whether any data event is recorded, or may be. */
	boolean isAny() {
		return !NOTHING.equals(this);
	}

}
