package dev.rollcall.collect.cloudtrail;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/** Which management events a trail records. */
public enum ManagementEvents {

	ALL, READ_ONLY, WRITE_ONLY, NONE;

	/**
	 * What selectors come to. None at all of either kind is CloudTrail's default: all
	 * management events.
	 */
	static ManagementEvents of(List<EventSelector> selectors, List<AdvancedEventSelector> advanced) {
		if (selectors.isEmpty() && advanced.isEmpty()) {
			return ALL;
		}
		Set<ManagementEvents> recorded = new HashSet<>();
		selectors.stream()
			.filter((selector) -> !Boolean.FALSE.equals(selector.includeManagementEvents()))
			.forEach((selector) -> recorded.add(of(selector.readWriteType())));
		advanced.stream().map(ManagementEvents::of).forEach(recorded::add);
		return union(recorded);
	}

	/**
	 * CloudTrail's default is all; a word that is newer than this version is no answer.
	 */
	private static ManagementEvents of(@Nullable ReadWriteType type) {
		if (type == null) {
			return ALL;
		}
		return switch (type) {
			case ALL -> ALL;
			case READ_ONLY -> READ_ONLY;
			case WRITE_ONLY -> WRITE_ONLY;
			case UNKNOWN_TO_SDK_VERSION -> throw new UnexpectedAnswerException(
					"cloudtrail:GetEventSelectors answered a read-write type that is not known");
		};
	}

	private static ManagementEvents of(AdvancedEventSelector selector) {
		boolean management = selector.fieldSelectors()
			.stream()
			.anyMatch((field) -> field.field().equals("eventCategory") && field.equalsValue().contains("Management"));
		if (!management) {
			return NONE;
		}
		return selector.fieldSelectors()
			.stream()
			.filter((field) -> field.field().equals("readOnly"))
			.map(ManagementEvents::readOnly)
			.findFirst()
			.orElse(ALL);
	}

	private static ManagementEvents readOnly(AdvancedFieldSelector field) {
		boolean reads = field.equalsValue().stream().anyMatch((value) -> value.toLowerCase(Locale.ROOT).equals("true"))
				|| field.notEquals().stream().anyMatch((value) -> value.toLowerCase(Locale.ROOT).equals("false"));
		return reads ? READ_ONLY : WRITE_ONLY;
	}

	private static ManagementEvents union(Set<ManagementEvents> recorded) {
		if (recorded.contains(ALL) || (recorded.contains(READ_ONLY) && recorded.contains(WRITE_ONLY))) {
			return ALL;
		}
		return recorded.contains(READ_ONLY) ? READ_ONLY : recorded.contains(WRITE_ONLY) ? WRITE_ONLY : NONE;
	}

}
