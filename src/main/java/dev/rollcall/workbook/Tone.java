package dev.rollcall.workbook;

/** What a cell's colour says; a letter or a word always says it too. */
enum Tone {

	PLAIN(Look.TEXT), GOOD(Look.GOOD), BAD(Look.BAD), UNKNOWN(Look.UNKNOWN), NOTHING(Look.NOTHING);

	private final Look look;

	Tone(Look look) {
		this.look = look;
	}

	Look look() {
		return this.look;
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
