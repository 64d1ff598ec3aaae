package dev.rollcall.collect.cloudtrail;

import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/**
 * An advanced selector: an event is recorded that meets all of its conditions.
 */
record Selector(List<FieldCondition> conditions) {

	private static final String CATEGORY = "eventCategory";

	private static final String READ_ONLY = "readOnly";

	Selector {
		conditions = List.copyOf(conditions);
	}

	static Selector of(AdvancedEventSelector selector) {
		return new Selector(selector.fieldSelectors().stream().map(FieldCondition::of).toList());
	}

	/**
	 * Whether it is for events of a category, or may be: one that does not say so in a
	 * way that is known is for any.
	 */
	boolean isFor(String category) {
		return this.conditions.stream()
			.filter((condition) -> condition.isOf(CATEGORY))
			.allMatch((condition) -> !condition.isKnown() || condition.admits(category));
	}

	/** The fields of which cannot be told what is asked; empty where all are known. */
	List<String> unknown() {
		if (this.conditions.stream().noneMatch((condition) -> condition.isOf(CATEGORY))) {
			return List.of("no " + CATEGORY);
		}
		return this.conditions.stream()
			.filter((condition) -> !condition.isKnown())
			.map(FieldCondition::field)
			.distinct()
			.toList();
	}

	boolean records(boolean read) {
		return this.conditions.stream()
			.filter((condition) -> condition.isOf(READ_ONLY))
			.allMatch((condition) -> condition.admits(String.valueOf(read)));
	}

	/** The conditions beside those of the category, and of reading and writing. */
	List<FieldCondition> narrowing() {
		return this.conditions.stream()
			.filter((condition) -> !condition.isOf(CATEGORY) && !condition.isOf(READ_ONLY))
			.toList();
	}

	/** Its conditions but that of the category, as a person reads them. */
	String text() {
		return this.conditions.stream()
			.filter((condition) -> !condition.isOf(CATEGORY))
			.map(FieldCondition::text)
			.collect(Collectors.joining(" and "));
	}

	/**
	 * Whether a basic selector is for reads, or writes. CloudTrail's default is both; a
	 * word that is newer than this version is no answer.
	 */
	static boolean records(@Nullable ReadWriteType type, boolean read) {
		if (type == null) {
			return true;
		}
		return switch (type) {
			case ALL -> true;
			case READ_ONLY -> read;
			case WRITE_ONLY -> !read;
			case UNKNOWN_TO_SDK_VERSION -> throw new UnexpectedAnswerException(
					"cloudtrail:GetEventSelectors answered a read-write type that is not known");
		};
	}

}
