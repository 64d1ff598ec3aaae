package dev.rollcall.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that a night can be handed on in. */
public enum ExportFormat {

	/** Compliance findings (class 2003) of OCSF 1.8.0, one JSON object a line. */
	OCSF("ocsf.ndjson"),

	/**
	 * Calls of Security Hub's {@code BatchImportFindings}, one JSON object a line.
	 */
	ASFF("asff.ndjson"),

	/** Assessment results of OSCAL 1.1.3 on CSF 2.0, one JSON document. */
	OSCAL("oscal.json"),

	/** A row a finding, by RFC 4180. */
	CSV("csv");

	private final String ending;

	ExportFormat(String ending) {
		this.ending = ending;
	}

	/** The format by its name, such as {@code ocsf}. */
	public static Optional<ExportFormat> of(String name) {
		return Arrays.stream(values()).filter((format) -> format.toString().equals(name)).findFirst();
	}

	/** The names of all. */
	public static List<String> names() {
		return Arrays.stream(values()).map(ExportFormat::toString).toList();
	}

	/** How the name of a file in this format ends, such as {@code ocsf.ndjson}. */
	public String ending() {
		return this.ending;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
