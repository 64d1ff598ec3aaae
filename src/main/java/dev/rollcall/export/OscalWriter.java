package dev.rollcall.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import dev.rollcall.dataset.NightId;
import dev.rollcall.export.AssessmentResults.Link;
import dev.rollcall.export.AssessmentResults.Metadata;
import dev.rollcall.export.AssessmentResults.Property;
import dev.rollcall.export.AssessmentResults.Resource;
import dev.rollcall.publication.Run;

/** Assessment results of OSCAL on the Subcategories of CSF 2.0: one document. */
final class OscalWriter implements ExportWriter {

	private static final JsonMapper JSON = Json.named(PropertyNamingStrategies.KEBAB_CASE);

	@Override
	public long write(ExportedNight night, OutputStream out) throws IOException {
		try (JsonGenerator json = JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
			return write(night, json);
		}
		catch (JacksonIOException ex) {
			throw ex.getCause();
		}
	}

	private static long write(ExportedNight night, JsonGenerator json) {
		json.writeStartObject();
		json.writeObjectPropertyStart("assessment-results");
		json.writePOJOProperty("uuid", OscalId.of("document", night.run().runId()));
		json.writePOJOProperty("metadata", metadata(night));
		json.writePOJOProperty("import-ap", Map.of("href", "#" + plan(night).uuid()));
		json.writeArrayPropertyStart("results");
		json.writeStartObject();
		long findings = new OscalResult(night, json).write();
		json.writeEndObject();
		json.writeEndArray();
		json.writePOJOProperty("back-matter", Map.of("resources", List.of(plan(night), manifest(night))));
		json.writeEndObject();
		json.writeEndObject();
		return findings;
	}

	private static Metadata metadata(ExportedNight night) {
		String title = OscalText
			.markup("Rollcall, night of %s, attempt %d".formatted(night.snapshotDate(), night.run().attempt()));
		return new Metadata(night.marked(title), night.judgedAt(), night.run().runId(), "1.1.3", properties(night));
	}

	private static List<Property> properties(ExportedNight night) {
		Run run = night.run();
		return List.of(Property.of("run-id", run.runId()), Property.of("snapshot-date", night.snapshotDate()),
				Property.of("attempt", run.attempt()), Property.of("tool-version", run.toolVersion()),
				Property.of("simulated", run.simulated()), Property.of("partial", run.partial()),
				Property.of("gaps", run.gaps()));
	}

	/** Stands for the plan: there is none in OSCAL. */
	private static Resource plan(ExportedNight night) {
		return new Resource(OscalId.of("configuration", night.run().configSha256()), "Rollcall's configuration",
				"What was asked is what the configuration of Rollcall says whose SHA-256 is "
						+ OscalText.markup(night.run().configSha256()) + ". There is no assessment plan in OSCAL.",
				List.of());
	}

	private static Resource manifest(ExportedNight night) {
		String sha256 = night.manifestSha256();
		return new Resource(OscalId.of("manifest", sha256), "The night's manifest",
				"Names every object that the night published, and its hash, relative to where nights are kept.",
				List.of(new Link(NightId.manifest(night.snapshotDate(), night.run().runId()),
						List.of(Map.of("algorithm", "SHA-256", "value", sha256)))));
	}

}
