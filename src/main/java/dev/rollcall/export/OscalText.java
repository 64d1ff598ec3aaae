package dev.rollcall.export;

import java.util.regex.Pattern;

/** Texts as OSCAL takes them. */
final class OscalText {

	private static final char SPACE = '\u2420';

	private static final Pattern BREAK = Pattern.compile("[\u0085\u2028\u2029]");

	/** What Markdown, OSCAL's insertions and HTML begin with. */
	private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#&!|~^$\"]");

	private OscalText() {
	}

	/**
	 * A line of Markdown that shows the text as it is: links, images and tags in it are
	 * text.
	 */
	static String markup(String text) {
		return MARKUP.matcher(value(text)).replaceAll("\\\\$0");
	}

	/**
	 * A plain value, which is one line and neither begins nor ends with a space; such
	 * spaces are shown as their picture. A dash stands for an empty text.
	 */
	static String value(String text) {
		if (text.isEmpty()) {
			return "-";
		}
		StringBuilder line = new StringBuilder(BREAK.matcher(Visible.line(text)).replaceAll("\u2424"));
		show(line, 0);
		show(line, line.length() - 1);
		return line.toString();
	}

	private static void show(StringBuilder line, int end) {
		char character = line.charAt(end);
		if (Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF') {
			line.setCharAt(end, SPACE);
		}
	}

}
