package dev.rollcall.input;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement and where it stands, so that messages name the line of the file.
 *
 * @param line the line of the file in which the statement begins, from 1
 */
public record SqlText(String file, int line, String sql) {

	/**
	 * What DuckDB says: the kinds of error, the error, what it knows instead, and the
	 * line with a caret below.
	 */
	private static final Pattern REFUSAL = Pattern
		.compile("(?s)(?:.*\\nError: )?(?:[A-Z]\\w+ Error: )?(.*?)(?:\\s+Candidate functions:.*?)?"
				+ "(?:\\n\\s*LINE (\\d+): .*)?");

	/** What to say of the statement as a whole. */
	public BadInputException refuse(String reason) {
		return refuse(1, reason);
	}

	/**
	 * What to say of one of its lines.
	 * @param lineOfStatement counted from 1
	 */
	public BadInputException refuse(int lineOfStatement, String reason) {
		return new BadInputException(this.file + ":" + (this.line + lineOfStatement - 1) + ": " + reason);
	}

	/**
	 * What to say where DuckDB refuses it.
	 * @param refusal what DuckDB says of the statement with nothing but words of the same
	 * line before it
	 */
	public BadInputException refused(String refusal) {
		Matcher matcher = REFUSAL.matcher(refusal);
		if (!matcher.matches()) {
			return refuse(refusal);
		}
		int found = (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : 1;
		return refuse(found, matcher.group(1));
	}

	/**
	 * The line of the statement that a part of its syntax tree is in.
	 * @param offset in bytes of UTF-8, from 0, which is how DuckDB counts there
	 */
	public int lineAt(int offset) {
		return line(this.sql.getBytes(StandardCharsets.UTF_8), offset);
	}

	/**
	 * The line of the statement that a syntax error is in.
	 * @param offset in characters, from 0, which is how DuckDB counts there
	 */
	public int lineAtCharacter(int offset) {
		return line(this.sql.getBytes(StandardCharsets.US_ASCII), offset);
	}

	private static int line(byte[] text, int offset) {
		int line = 1;
		for (int i = 0; i < Math.min(offset, text.length); i++) {
			line += (text[i] == '\n') ? 1 : 0;
		}
		return line;
	}

}
