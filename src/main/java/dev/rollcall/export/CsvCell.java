package dev.rollcall.export;

import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A cell as RFC 4180 writes it, in which no spreadsheet finds a formula. Every text is
 * quoted; what is not known is nothing at all.
 */
final class CsvCell {

	/**
	 * What formulas begin with. Excel takes the wide ones of Japanese input for the
	 * narrow ones.
	 */
	private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

	private CsvCell() {
	}

	static String of(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof Collection<?> values) {
			return text(values.stream().map(String::valueOf).collect(Collectors.joining(";")));
		}
		boolean plain = value instanceof Number || value instanceof Boolean;
		return plain ? value.toString() : text(value.toString());
	}

	private static String text(String text) {
		String inert = startsFormula(text) ? "'" + text : text;
		return '"' + Visible.lines(inert).replace("\"", "\"\"") + '"';
	}

	/** Also behind what a spreadsheet may drop before it looks. */
	private static boolean startsFormula(String text) {
		int first = 0;
		while (first < text.length() && isDropped(text.charAt(first))) {
			first++;
		}
		boolean lineOrTab = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
		return lineOrTab || first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0;
	}

	private static boolean isDropped(char character) {
		return character <= ' ' || Character.isSpaceChar(character) || Character.getType(character) == Character.FORMAT;
	}

}
