package dev.rollcall.workbook;

import java.util.List;
import java.util.Locale;

/** The sheets of the workbook, in their order. */
enum Tab {

	COVER("1F3864"), SUMMARY("1F3864"), CHARTS("1F3864"), ACCOUNTS("2E75B6"), ROLLUPS("2E75B6"), FINDINGS("C00000"),
	CHANGES("C00000"), WAIVERS("C00000"), GAPS("BF8F00"), EXTERNAL_ACCESS("548235"), ROOT_USERS("548235"),
	ACCESS_ANALYZER("548235"), AWS_CONFIG("548235"), CLOUDTRAIL("548235"), CSF_MAP("7F7F7F"), METHOD("7F7F7F"),
	MATRIX("7F7F7F"), COVERAGE("7F7F7F"), GLOSSARY("7F7F7F");

	private final String colour;

	Tab(String colour) {
		this.colour = colour;
	}

	/** As messages call it, such as {@code external-access}. */
	String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Red, green and blue in hexadecimal. */
	String colour() {
		return this.colour;
	}

	/** Whether its sheet is the template's, with what an officer put there. */
	boolean isTemplate() {
		return this == COVER || this == CHARTS;
	}

	/** Where the evidence of a control lies that reads these sources. */
	static Tab ofSources(List<String> sources) {
		if (sources.contains("access-analyzer-findings")) {
			return EXTERNAL_ACCESS;
		}
		for (String source : sources) {
			Tab tab = ofSource(source);
			if (tab != COVERAGE) {
				return tab;
			}
		}
		return COVERAGE;
	}

	private static Tab ofSource(String source) {
		if (source.startsWith("iam-")) {
			return ROOT_USERS;
		}
		if (source.startsWith("access-analyzer")) {
			return ACCESS_ANALYZER;
		}
		if (source.startsWith("config-")) {
			return AWS_CONFIG;
		}
		return source.startsWith("cloudtrail") ? CLOUDTRAIL : COVERAGE;
	}

}
