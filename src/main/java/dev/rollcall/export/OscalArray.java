package dev.rollcall.export;

import tools.jackson.core.JsonGenerator;

/** An array of OSCAL: it has an element, or is not there. */
final class OscalArray implements AutoCloseable {

	private final JsonGenerator json;

	private final String name;

	private boolean begun;

	OscalArray(JsonGenerator json, String name) {
		this.json = json;
		this.name = name;
	}

	void add(Object element) {
		if (!this.begun) {
			this.json.writeArrayPropertyStart(this.name);
			this.begun = true;
		}
		this.json.writePOJO(element);
	}

	@Override
	public void close() {
		if (this.begun) {
			this.json.writeEndArray();
		}
	}

}
