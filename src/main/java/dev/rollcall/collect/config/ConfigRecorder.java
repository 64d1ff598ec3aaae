package dev.rollcall.collect.config;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A configuration recorder. Every Region's is called {@code default}.
 *
 * @param name the recorder's name
 * @param recording whether it records now; null where no status came with it
 * @param lastStatus how its last delivery went: SUCCESS, FAILURE, PENDING
 * @param lastErrorCode why that failed
 * @param allSupported whether it records every resource type that Config supports
 * @param resourceTypes the types it records where it does not record all
 * @param excludedResourceTypes the types it leaves out
 * @param includeGlobalResourceTypes whether IAM's types are among them
 * @param recordingStrategy ALL_SUPPORTED_RESOURCE_TYPES, INCLUSION_BY_RESOURCE_TYPES or
 * EXCLUSION_BY_RESOURCE_TYPES
 * @param lastStartedAt when it was last started
 * @param lastStatusChangedAt when the status of its deliveries last changed
 * @param roleArn by whose permissions it looks at resources
 * @param recordingFrequency CONTINUOUS or DAILY, of the types that nothing else is said
 * of
 * @param dailyResourceTypes the types of which it keeps one state a day, whatever the
 * frequency of the others
 * @param recordingScope INTERNAL or PAID
 * @param servicePrincipal the service whose recorder it is; null where it is the
 * account's own
 * @param lastStoppedAt when it was last stopped
 */
public record ConfigRecorder(String name, @Nullable Boolean recording, @Nullable String lastStatus,
		@Nullable String lastErrorCode, @Nullable Boolean allSupported, List<String> resourceTypes,
		List<String> excludedResourceTypes, @Nullable Boolean includeGlobalResourceTypes,
		@Nullable String recordingStrategy, @Nullable Instant lastStartedAt, @Nullable Instant lastStatusChangedAt,
		@Nullable String roleArn, @Nullable String recordingFrequency, List<String> dailyResourceTypes,
		@Nullable String recordingScope, @Nullable String servicePrincipal,
		@Nullable Instant lastStoppedAt) implements Keyed {

	public ConfigRecorder {
		resourceTypes = List.copyOf(resourceTypes);
		excludedResourceTypes = List.copyOf(excludedResourceTypes);
		dailyResourceTypes = List.copyOf(dailyResourceTypes);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.name);
	}

}
