package dev.rollcall.input;

import java.util.regex.Pattern;

/** Makes one line of a text, for messages that show what somebody else wrote. */
public final class OneLine {

	private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\u000b\\f\\u0085\\u2028\\u2029]+\\s*");

	/** What moves a terminal's cursor, colours it, or turns the direction of text. */
	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\t]]");

	private static final int LONGEST = 1200;

	private OneLine() {
	}

	/**
	 * The text in one line. Of a long one the beginning and the end are kept, for they
	 * say where it is and what was expected.
	 */
	public static String of(String text) {
		String kept = (text.length() > LONGEST)
				? text.substring(0, LONGEST / 2) + " ... " + text.substring(text.length() - LONGEST / 2) : text;
		return INVISIBLE.matcher(BREAKS.matcher(kept).replaceAll(" "))
			.replaceAll((found) -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
	}

}
