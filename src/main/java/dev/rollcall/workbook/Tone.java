package dev.rollcall.workbook;

import org.apache.poi.ss.usermodel.IndexedColors;
import org.jspecify.annotations.Nullable;

/** What a cell's colour says; a letter or a word always says it too. */
enum Tone {

	PLAIN(null), GOOD(IndexedColors.LIGHT_GREEN), BAD(IndexedColors.CORAL), UNKNOWN(IndexedColors.LIGHT_YELLOW),
	NOTHING(IndexedColors.GREY_25_PERCENT);

	private final @Nullable IndexedColors fill;

	Tone(@Nullable IndexedColors fill) {
		this.fill = fill;
	}

	@Nullable IndexedColors fill() {
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
