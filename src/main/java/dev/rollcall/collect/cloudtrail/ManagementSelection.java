package dev.rollcall.collect.cloudtrail;

import java.util.List;
import java.util.stream.Stream;

import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;

/**
 * The management events that selectors record.
 *
 * @param reads the services whose every read is recorded
 * @param writes the services whose every write is recorded
 * @param excepting whether a selector leaves out what its conditions name, and nothing
 * else
 * @param conditions what narrows them
 * @param unknown the fields of selectors of which cannot be told what they record
 */
record ManagementSelection(EventSources reads, EventSources writes, boolean excepting, List<String> conditions,
		List<String> unknown) {

	private static final ManagementSelection NOTHING = new ManagementSelection(EventSources.NONE, EventSources.NONE,
			false, List.of(), List.of());

	private static final ManagementSelection EVERYTHING = new ManagementSelection(EventSources.allBut(List.of()),
			EventSources.allBut(List.of()), false, List.of(), List.of());

	/**
	 * What selectors come to. None at all of either kind is CloudTrail's default: all
	 * management events.
	 */
	static ManagementSelection of(List<EventSelector> selectors, List<AdvancedEventSelector> advanced) {
		if (selectors.isEmpty() && advanced.isEmpty()) {
			return EVERYTHING;
		}
		return Stream
			.concat(selectors.stream().map(ManagementSelection::of),
					advanced.stream().map(Selector::of).map(ManagementSelection::of))
			.reduce(NOTHING, ManagementSelection::or);
	}

	private static ManagementSelection of(EventSelector selector) {
		if (Boolean.FALSE.equals(selector.includeManagementEvents())) {
			return NOTHING;
		}
		List<String> excluded = selector.excludeManagementEventSources();
		EventSources sources = EventSources.allBut(excluded);
		return new ManagementSelection(Selector.records(selector.readWriteType(), true) ? sources : EventSources.NONE,
				Selector.records(selector.readWriteType(), false) ? sources : EventSources.NONE, !excluded.isEmpty(),
				excluded.isEmpty() ? List.of() : List.of("eventSource NotEquals " + FieldCondition.told(excluded)),
				List.of());
	}

	private static ManagementSelection of(Selector selector) {
		if (!selector.isFor("Management")) {
			return NOTHING;
		}
		if (!selector.unknown().isEmpty()) {
			return new ManagementSelection(EventSources.NONE, EventSources.NONE, false, List.of(), selector.unknown());
		}
		List<FieldCondition> narrowing = selector.narrowing();
		EventSources sources = sources(narrowing);
		return new ManagementSelection(selector.records(true) ? sources : EventSources.NONE,
				selector.records(false) ? sources : EventSources.NONE,
				!narrowing.isEmpty() && narrowing.stream().noneMatch(FieldCondition::selects),
				narrowing.isEmpty() ? List.of() : List.of(selector.text()), List.of());
	}

	/** Of which services every event meets the conditions. */
	private static EventSources sources(List<FieldCondition> narrowing) {
		if (narrowing.isEmpty()) {
			return EventSources.allBut(List.of());
		}
		FieldCondition first = narrowing.get(0);
		if (narrowing.size() > 1 || !first.isOf("eventSource")) {
			return EventSources.NONE;
		}
		List<String> excluded = first.alone("NotEquals");
		return excluded.isEmpty() ? EventSources.only(first.alone("Equals")) : EventSources.allBut(excluded);
	}

	private ManagementSelection or(ManagementSelection other) {
		return new ManagementSelection(this.reads.or(other.reads), this.writes.or(other.writes),
				this.excepting || other.excepting, join(this.conditions, other.conditions),
				join(this.unknown, other.unknown));
	}

	private static List<String> join(List<String> some, List<String> others) {
		return Stream.concat(some.stream(), others.stream()).distinct().toList();
	}

	ManagementEvents events() {
		boolean allReads = this.reads.isEverything();
		boolean allWrites = this.writes.isEverything();
		if (allReads && allWrites) {
			return ManagementEvents.ALL;
		}
		if (!this.conditions.isEmpty()) {
			return (this.excepting || allReads || allWrites) ? ManagementEvents.EXCEPT : ManagementEvents.ONLY;
		}
		if (allReads || allWrites) {
			return allReads ? ManagementEvents.READ_ONLY : ManagementEvents.WRITE_ONLY;
		}
		return this.unknown.isEmpty() ? ManagementEvents.NONE : ManagementEvents.UNKNOWN;
	}

}
