package dev.rollcall.export;

import java.util.UUID;

import dev.rollcall.export.AssessmentResults.Target;
import tools.jackson.core.JsonGenerator;

/** The findings of a result: none, or an array that is written piece by piece. */
final class OscalFindings implements AutoCloseable {

	private final JsonGenerator json;

	private boolean begun;

	OscalFindings(JsonGenerator json) {
		this.json = json;
	}

	/** Begins a finding, to which members may be added. */
	void begin(UUID uuid, String title, String description, Target target) {
		if (!this.begun) {
			this.json.writeArrayPropertyStart("findings");
			this.begun = true;
		}
		this.json.writeStartObject();
		this.json.writePOJOProperty("uuid", uuid);
		this.json.writeStringProperty("title", title);
		this.json.writeStringProperty("description", description);
		this.json.writePOJOProperty("target", target);
	}

	/** Ends the finding. */
	void end() {
		this.json.writeEndObject();
	}

	@Override
	public void close() {
		if (this.begun) {
			this.json.writeEndArray();
		}
	}

}
