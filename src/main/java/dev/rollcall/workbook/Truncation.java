package dev.rollcall.workbook;

/** Says what a sheet left out; nothing is left out silently. */
final class Truncation {

	private Truncation() {
	}

	static void say(Page page, Messages messages, long rows, int most) {
		if (rows > most) {
			page.row().text(messages.text("truncated", most, rows), Tone.BAD);
		}
	}

}
