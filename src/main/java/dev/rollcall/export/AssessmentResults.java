package dev.rollcall.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The parts of assessment results of OSCAL 1.1.3. Members are named as the components, in
 * kebab-case; what is null or empty is left out.
 */
final class AssessmentResults {

	private AssessmentResults() {
	}

	record Metadata(String title, Instant lastModified, String version, String oscalVersion, List<Property> props) {

	}

	/** A property in our own namespace. */
	record Property(String name, @Nullable String ns, String value) {

		/** As we name it; an empty value is a dash. */
		static Property of(String name, Object value) {
			return new Property(name, "urn:rollcall:oscal", OscalText.value(value.toString()));
		}

		/** As OSCAL names it. */
		static Property known(String name, String value) {
			return new Property(name, null, OscalText.value(value));
		}

	}

	record InventoryItem(UUID uuid, String description, List<Property> props) {

	}

	record ReviewedControls(List<Selection> controlSelections) {

	}

	record Selection(List<SelectedControl> includeControls) {

	}

	record SelectedControl(String controlId) {

	}

	record Observation(UUID uuid, String title, String description, List<Property> props, List<String> methods,
			List<Subject> subjects, Instant collected) {

	}

	record Subject(UUID subjectUuid, String type) {

	}

	record Target(String type, String targetId, Status status) {

	}

	record Status(String state, String reason, @Nullable String remarks) {

	}

	record RelatedObservation(UUID observationUuid) {

	}

	record Resource(UUID uuid, String title, String description, List<Link> rlinks) {

	}

	record Link(String href, List<Map<String, String>> hashes) {

	}

}
