package dev.rollcall.export;

/**
 * Shows characters that other programs stumble over: a control character as its picture
 * (U+2400 and on), half of a surrogate pair and what is no character as U+FFFD. The exact
 * text is in the Parquet.
 */
final class Visible {

	private static final int PICTURES = 0x2400;

	private static final int DELETE = 0x7F;

	private Visible() {
	}

	/** The same text in lines: tabs and line breaks stay. */
	static String lines(String text) {
		return shown(text, "\t\n\r");
	}

	/** The same text in one line: tabs and line breaks are pictures too. */
	static String line(String text) {
		return shown(text, "");
	}

	private static String shown(String text, String kept) {
		StringBuilder shown = new StringBuilder(text.length());
		text.codePoints().forEach((point) -> shown.appendCodePoint((kept.indexOf(point) < 0) ? shown(point) : point));
		return shown.toString();
	}

	private static int shown(int point) {
		if (point < ' ') {
			return PICTURES + point;
		}
		if (point == DELETE) {
			return 0x2421;
		}
		boolean unpaired = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
		return (unpaired || point == 0xFFFE || point == 0xFFFF) ? 0xFFFD : point;
	}

}
