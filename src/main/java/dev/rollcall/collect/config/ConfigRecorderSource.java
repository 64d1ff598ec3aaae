package dev.rollcall.collect.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.NoSuchConfigurationRecorderException;
import software.amazon.awssdk.services.config.model.RecordingFrequency;
import software.amazon.awssdk.services.config.model.RecordingGroup;
import software.amazon.awssdk.services.config.model.RecordingMode;

/** Reads the recorders of a Region, and whether they record: off and stopped differ. */
@Component
class ConfigRecorderSource implements Source {

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("config-recorder", ConfigClient.class)
			.operations("0.1.0", "config:DescribeConfigurationRecorders", "config:DescribeConfigurationRecorderStatus")
			.evidence(ConfigRecorder.class)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		ConfigClient client = cell.client(ConfigClient.class);
		List<ConfigurationRecorder> listed = recorders(client);
		if (listed.isEmpty()) {
			return Answer.NOT_ENABLED;
		}
		Map<String, ConfigurationRecorderStatus> statuses = statuses(client);
		StillListed.of(listed, ConfigurationRecorder::name, statuses.keySet(), () -> recorders(client))
			.forEach((recorder) -> cell.emit(recorder(recorder, statuses.get(recorder.name()))));
		return cell.notEnabledWhenEmpty();
	}

	private static List<ConfigurationRecorder> recorders(ConfigClient client) {
		try {
			return client.describeConfigurationRecorders().configurationRecorders();
		}
		catch (NoSuchConfigurationRecorderException ex) {
			return List.of();
		}
	}

	/** One recorder that is gone leaves the status of the others unknown. */
	private static Map<String, ConfigurationRecorderStatus> statuses(ConfigClient client) {
		try {
			return client.describeConfigurationRecorderStatus()
				.configurationRecordersStatus()
				.stream()
				.collect(Collectors.toMap(ConfigurationRecorderStatus::name, Function.identity(), (one, other) -> one));
		}
		catch (NoSuchConfigurationRecorderException ex) {
			return Map.of();
		}
	}

	private static ConfigRecorder recorder(ConfigurationRecorder recorder,
			@Nullable ConfigurationRecorderStatus status) {
		RecordingGroup group = (recorder.recordingGroup() != null) ? recorder.recordingGroup()
				: RecordingGroup.builder().build();
		var strategy = group.recordingStrategy();
		var excluded = group.exclusionByResourceTypes();
		RecordingMode mode = recorder.recordingMode();
		return new ConfigRecorder(recorder.name(), (status != null) ? status.recording() : null,
				(status != null) ? upperCase(status.lastStatusAsString()) : null,
				(status != null) ? status.lastErrorCode() : null, group.allSupported(), group.resourceTypesAsStrings(),
				(excluded != null) ? excluded.resourceTypesAsStrings() : List.of(), group.includeGlobalResourceTypes(),
				(strategy != null) ? strategy.useOnlyAsString() : null,
				(status != null) ? status.lastStartTime() : null,
				(status != null) ? status.lastStatusChangeTime() : null, recorder.roleARN(),
				(mode != null) ? mode.recordingFrequencyAsString() : null, dailyResourceTypes(mode),
				recorder.recordingScopeAsString(), recorder.servicePrincipal(),
				(status != null) ? status.lastStopTime() : null);
	}

	/** What an override says that is new to us is taken for the rarer recording. */
	private static List<String> dailyResourceTypes(@Nullable RecordingMode mode) {
		if (mode == null) {
			return List.of();
		}
		return mode.recordingModeOverrides()
			.stream()
			.filter((override) -> override.recordingFrequency() != RecordingFrequency.CONTINUOUS)
			.flatMap((override) -> override.resourceTypesAsStrings().stream())
			.distinct()
			.toList();
	}

	/**
	 * Config's model says Success, Failure, Pending; its answers say them in either case.
	 */
	private static @Nullable String upperCase(@Nullable String word) {
		return (word != null) ? word.toUpperCase(Locale.ROOT) : null;
	}

}
