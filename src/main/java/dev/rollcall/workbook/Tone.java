package dev.rollcall.workbook;

import org.jspecify.annotations.Nullable;

/** What a cell's colour says; a letter or a word always says it too. */
enum Tone {

	PLAIN(null), GOOD("C6EFCE"), BAD("FFC7CE"), UNKNOWN("FFEB9C"), NOTHING("D9D9D9");

	private final @Nullable String fill;

	Tone(@Nullable String fill) {
		this.fill = fill;
	}

	/** The colour as red, green and blue in hexadecimal; null for none. */
	@Nullable String fill() {
		return this.fill;
	}

	static Tone ofVerdict(String verdict) {
		return switch (verdict) {
			case "COMPLIANT" -> GOOD;
			case "NON_COMPLIANT" -> BAD;
			case "INSUFFICIENT_DATA" -> UNKNOWN;
			default -> NOTHING;
		};
	}

	static Tone ofStatus(String status) {
		return switch (status) {
			case "READ" -> GOOD;
			case "NOT_ENABLED" -> BAD;
			case "DENIED", "THROTTLED", "TIMED_OUT", "FAILED" -> UNKNOWN;
			default -> NOTHING;
		};
	}

}
