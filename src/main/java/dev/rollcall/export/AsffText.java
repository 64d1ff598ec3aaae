package dev.rollcall.export;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Texts as Security Hub takes them: not blank, in one line, and no longer than a field
 * may be. Its documentation counts characters; bytes are never fewer.
 */
final class AsffText {

	private static final String CUT = "\u2026";

	private AsffText() {
	}

	/** A text that must be there; a dash stands for a blank one. */
	static String required(String text, int most) {
		String fitting = optional(text, most);
		return (fitting != null) ? fitting : "-";
	}

	/** A text that may be left out: null where it is blank. */
	static @Nullable String optional(@Nullable String text, int most) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String line = Visible.line(text);
		return (bytes(line) <= most) ? line : cut(line, most - bytes(CUT)) + CUT;
	}

	private static String cut(String text, int most) {
		int length = 0;
		int end = 0;
		while (end < text.length()) {
			String character = Character.toString(text.codePointAt(end));
			length += bytes(character);
			if (length > most) {
				break;
			}
			end += character.length();
		}
		return text.substring(0, end);
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
