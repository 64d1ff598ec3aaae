package dev.rollcall.workbook;

import java.util.regex.Pattern;

/**
 * Writes any text so that it is read back as it was, and does nothing. What a reader of
 * the file would take for an escape is escaped; so is a carriage return, which XML would
 * turn into a line feed. Characters that XML cannot hold are shown: a control character
 * as its picture (U+2400 and on), half of a surrogate pair as U+FFFD. The exact text is
 * in the Parquet.
 *
 * <p>
 * Characters that turn the direction of text stay: they end with their cell, so that they
 * cannot disguise anything beside it, and evidence should name what is there.
 */
final class SafeText {

	private static final int LONGEST = 32_767;

	private static final String CUT = "...";

	/** What OOXML reads as a character by its number, such as {@code _x0041_}. */
	private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private SafeText() {
	}

	static String of(String text) {
		return (text.length() <= LONGEST && isPlain(text)) ? text : escaped(text);
	}

	/** Most texts are; they are not copied. */
	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			boolean plain = character >= ' ' && character < Character.MIN_SURROGATE && character != '_';
			if (!plain && !(character == '_' && !startsEscape(text, i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean startsEscape(String text, int underscore) {
		return underscore + 1 < text.length() && text.charAt(underscore + 1) == 'x';
	}

	private static String escaped(String text) {
		String visible = visible(text);
		String escaped = ESCAPE.matcher(visible).replaceAll("_x005F_").replace("\r", "_x000D_");
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
			return (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') ? codePoint : 0x2400 + codePoint;
		}
		boolean unpaired = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
		return (unpaired || codePoint == 0xFFFE || codePoint == 0xFFFF) ? 0xFFFD : codePoint;
	}

}
