package dev.rollcall.collect.guardduty;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.model.DataSourceStatus;
import software.amazon.awssdk.services.guardduty.model.FeatureStatus;

/**
 * What an answer says of a detector's features. A name that is newer than this version is
 * one more feature; a state that is newer means nothing that could be judged.
 *
 * @param features a feature, or one with what belongs to it
 * ({@code RUNTIME_MONITORING/EC2_AGENT_MANAGEMENT}), to ENABLED or DISABLED
 * @param dataSources the same of the older list of data sources, under the features'
 * names
 */
record FeatureStates(Map<String, String> features, Map<String, String> dataSources) {

	private static final Set<String> FOUNDATION = Set.of(DataSources.CLOUD_TRAIL, DataSources.DNS_LOGS,
			DataSources.FLOW_LOGS);

	private static final String BELONGS = "/";

	FeatureStates {
		features = Map.copyOf(features);
		dataSources = Map.copyOf(dataSources);
	}

	/** Whether it says of all that every detector has whether it is on. */
	boolean knowFoundation() {
		return names().containsAll(FOUNDATION);
	}

	/** The features of a detector, each once. */
	Collection<GuarddutyFeature> of(String detectorId) {
		return names().stream().map((name) -> feature(detectorId, name)).toList();
	}

	private Set<String> names() {
		Set<String> names = new TreeSet<>(this.dataSources.keySet());
		this.features.keySet().stream().filter((name) -> !name.contains(BELONGS)).forEach(names::add);
		return names;
	}

	private GuarddutyFeature feature(String detectorId, String name) {
		String older = this.dataSources.get(name);
		String status = Optional.ofNullable(this.features.get(name)).or(() -> Optional.ofNullable(older)).orElseThrow();
		return new GuarddutyFeature(detectorId, name, status, older, additional(name + BELONGS));
	}

	private Map<String, String> additional(String prefix) {
		return this.features.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith(prefix))
			.collect(Collectors.toMap((entry) -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
	}

	/** Takes down what an operation says, in whichever model it says it. */
	static final class Builder {

		private final String operation;

		private final Map<String, String> features = new TreeMap<>();

		private final Map<String, String> dataSources = new TreeMap<>();

		Builder(String operation) {
			this.operation = operation;
		}

		void feature(@Nullable String name, @Nullable String status) {
			put(this.features, name,
					Vocabulary.required(this.operation + ": features.status", FeatureStatus.class, status));
		}

		void additional(@Nullable String name, @Nullable String belonging, @Nullable String status) {
			put(this.features, name + BELONGS + belonging, Vocabulary
				.required(this.operation + ": features.additionalConfiguration.status", FeatureStatus.class, status));
		}

		void dataSource(String feature, @Nullable String status) {
			put(this.dataSources, feature,
					Vocabulary.required(this.operation + ": dataSources", DataSourceStatus.class, status));
		}

		private void put(Map<String, String> states, @Nullable String name, String state) {
			if (name == null) {
				throw new UnexpectedAnswerException(this.operation + " showed a feature without its name");
			}
			String other = states.put(name, state);
			if (other != null && !other.equals(state)) {
				throw new UnexpectedAnswerException(
						this.operation + " calls the feature " + name + " both " + other + " and " + state);
			}
		}

		FeatureStates build() {
			return new FeatureStates(this.features, this.dataSources);
		}

	}

}
