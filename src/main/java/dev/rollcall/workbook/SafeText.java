package dev.rollcall.workbook;

import java.util.regex.Pattern;

/**
 * Makes any text harmless and visible in a cell. What a reader of the file would take for
 * an escape is escaped; a control character shows as its picture (U+2400 and on), half of
 * a surrogate pair as U+FFFD. The exact text is in the Parquet.
 */
final class SafeText {

	private static final int LONGEST = 32_767;

	private static final String CUT = "...";

	/** What OOXML reads as a character by its number, such as {@code _x0041_}. */
	private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private SafeText() {
	}

	static String of(String text) {
		String visible = visible(text);
		String escaped = ESCAPE.matcher(visible).replaceAll("_x005F_");
		return (escaped.length() <= LONGEST) ? escaped : of(cut(visible, escaped.length()));
	}

	private static String cut(String visible, int escapedLength) {
		int excess = escapedLength - LONGEST;
		int end = Math.max(0, visible.length() - excess - CUT.length() - 1);
		return visible.substring(0, end) + CUT;
	}

	private static String visible(String text) {
		StringBuilder visible = new StringBuilder(text.length());
		text.codePoints().forEach((codePoint) -> visible.appendCodePoint(visible(codePoint)));
		return visible.toString();
	}

	private static int visible(int codePoint) {
		if (codePoint < 0x20) {
			return 0x2400 + codePoint;
		}
		if (codePoint == 0x7F) {
			return 0x2421;
		}
		boolean unpaired = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
		boolean control = (codePoint > 0x7F && codePoint < 0xA0) || codePoint == 0xFFFE || codePoint == 0xFFFF;
		return (unpaired || control || isDirection(codePoint)) ? 0xFFFD : codePoint;
	}

	/** Characters that turn the direction of the text around them. */
	private static boolean isDirection(int codePoint) {
		return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
	}

}
