package dev.rollcall.collect.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.MaximumExecutionFrequency;
import software.amazon.awssdk.services.config.model.MessageType;
import software.amazon.awssdk.services.config.model.Scope;
import software.amazon.awssdk.services.config.model.SourceDetail;

/**
 * What causes a rule to be evaluated. A managed rule says so by its scope or its period
 * alone, a custom one by the messages that it listens to.
 */
final class RuleTriggers {

	private static final Set<MessageType> CHANGES = Set.of(MessageType.CONFIGURATION_ITEM_CHANGE_NOTIFICATION,
			MessageType.OVERSIZED_CONFIGURATION_ITEM_CHANGE_NOTIFICATION);

	private static final Map<MaximumExecutionFrequency, Long> HOURS = Map.of(MaximumExecutionFrequency.ONE_HOUR, 1L,
			MaximumExecutionFrequency.THREE_HOURS, 3L, MaximumExecutionFrequency.SIX_HOURS, 6L,
			MaximumExecutionFrequency.TWELVE_HOURS, 12L, MaximumExecutionFrequency.TWENTY_FOUR_HOURS, 24L);

	private final List<SourceDetail> details;

	private final @Nullable Scope scope;

	private final @Nullable MaximumExecutionFrequency frequency;

	RuleTriggers(ConfigRule rule) {
		this.details = (rule.source() != null) ? rule.source().sourceDetails() : List.of();
		this.scope = rule.scope();
		this.frequency = rule.maximumExecutionFrequency();
	}

	boolean changes() {
		return hasScope() || this.details.stream()
			.map(SourceDetail::messageType)
			.filter(Objects::nonNull)
			.anyMatch(CHANGES::contains);
	}

	private boolean hasScope() {
		return this.scope != null && (!this.scope.complianceResourceTypes().isEmpty() || this.scope.tagKey() != null
				|| this.scope.tagValue() != null || this.scope.complianceResourceId() != null);
	}

	/** The shortest of its periods; null where it names none that is known. */
	@Nullable Long periodHours() {
		return Stream
			.concat(Stream.ofNullable(this.frequency),
					this.details.stream().map(SourceDetail::maximumExecutionFrequency).filter(Objects::nonNull))
			.map(HOURS::get)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	List<String> resourceTypes() {
		return (this.scope != null) ? this.scope.complianceResourceTypes() : List.of();
	}

}
