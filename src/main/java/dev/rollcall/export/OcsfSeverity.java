package dev.rollcall.export;

import dev.rollcall.control.Severity;

/** The severities of OCSF that findings have. */
enum OcsfSeverity {

	/** Nothing is to be done. */
	INFORMATIONAL(1, "Informational"),

	LOW(2, "Low"), MEDIUM(3, "Medium"), HIGH(4, "High"), CRITICAL(5, "Critical");

	private final int id;

	private final String caption;

	OcsfSeverity(int id, String caption) {
		this.id = id;
		this.caption = caption;
	}

	static OcsfSeverity of(Severity severity) {
		return valueOf(severity.name());
	}

	int id() {
		return this.id;
	}

	String caption() {
		return this.caption;
	}

}
