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

	static Tone ofExposure(String exposure) {
		return switch (exposure) {
			case "PUBLIC", "OUTSIDE_ORGANIZATION" -> BAD;
			case "UNKNOWN", "FEDERATED" -> UNKNOWN;
			default -> NOTHING;
		};
	}

	static Tone ofChange(String change) {
		return switch (change) {
			case "NEW", "REAPPEARED", "WAIVER_ENDED" -> BAD;
			case "FIXED" -> GOOD;
			case "NOT_SEEN" -> UNKNOWN;
			default -> NOTHING;
		};
	}

	static Tone ofWaiver(String state) {
		return switch (state) {
			case "ACTIVE" -> GOOD;
			case "ENDING" -> UNKNOWN;
			case "EXPIRED" -> BAD;
			default -> NOTHING;
		};
	}

}
