package dev.rollcall.input;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A file that holds one SQL statement, behind a comment that holds YAML.
 *
 * <pre>
 * /&#42;
 * id: root.mfa
 * ...
 * &#42;/
 * SELECT account_id, ... FROM ...
 * </pre>
 */
public final class SqlFile {

	private static final String BEGIN = "/*";

	private static final String END = "*/";

	/** What a semicolon may stand in, and one that stands in nothing. */
	private static final Pattern SEMICOLON = Pattern
		.compile("(?s)'[^']*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|(?<semicolon>;)");

	private final String name;

	private final String text;

	/** Null until it is read. */
	private @Nullable YamlMapping yaml;

	/**
	 * Takes a file's text.
	 * @param name what to call it in messages
	 */
	public SqlFile(String name, String text) {
		this.name = name;
		this.text = text;
	}

	/** What it is called in messages. */
	public String name() {
		return this.name;
	}

	/** Whether it begins with a comment that holds YAML. */
	public boolean hasMatter() {
		return this.text.startsWith(BEGIN);
	}

	/**
	 * The keys of the YAML. Beside those named, each file may have {@code disabled}.
	 * @throws BadInputException where there is no such comment, or another key
	 */
	public YamlMapping matter(String... known) {
		YamlMapping matter = yaml();
		Mistakes.all(() -> matter.onlyKeys(keys(known)), () -> matter.flag("disabled"));
		return matter;
	}

	/** The keys that it may have where these are known. */
	public static String[] keys(String... known) {
		return Stream.concat(Stream.of(known), Stream.of("disabled")).toArray(String[]::new);
	}

	/**
	 * Whether it says {@code disabled: true}: what it is named after is left out.
	 * @throws BadInputException where it says neither true nor false
	 */
	public boolean isDisabled() {
		return hasMatter() && yaml().flag("disabled");
	}

	/** Whether there is anything behind the comment. */
	public boolean hasStatement() {
		return !this.text.substring(endOfMatter()).isBlank();
	}

	/**
	 * Its statement.
	 * @throws BadInputException where there is none, or more than one
	 */
	public SqlText statement() {
		String rest = this.text.substring(endOfMatter());
		int begin = this.text.length() - rest.stripLeading().length();
		String sql = rest.strip();
		SqlText statement = new SqlText(this.name, lineAt(begin), sql);
		int semicolon = semicolon(sql);
		if (sql.isEmpty() || semicolon >= 0) {
			throw statement.refuse(sql.isEmpty() ? 1 : lineAt(begin + semicolon) - statement.line() + 1,
					"one SQL statement without a semicolon was expected");
		}
		return statement;
	}

	/**
	 * The keys of the YAML, whichever they are.
	 * @throws BadInputException where there is no such comment
	 */
	public YamlMapping yaml() {
		if (!hasMatter()) {
			throw noMatter();
		}
		YamlMapping read = this.yaml;
		if (read == null) {
			read = YamlMapping.read(this.name, 1, this.text.substring(BEGIN.length(), endOfMatter() - END.length()));
			this.yaml = read;
		}
		return read;
	}

	private int endOfMatter() {
		if (!hasMatter()) {
			return 0;
		}
		int end = this.text.indexOf(END, BEGIN.length());
		if (end < 0) {
			throw noMatter();
		}
		return end + END.length();
	}

	private BadInputException noMatter() {
		return new BadInputException(this.name + ":1: a comment /* ... */ that holds its YAML was expected");
	}

	private static int semicolon(String sql) {
		return SEMICOLON.matcher(sql)
			.results()
			.filter((found) -> found.group(1) != null)
			.findFirst()
			.map(MatchResult::start)
			.orElse(-1);
	}

	private int lineAt(int index) {
		return 1 + (int) this.text.substring(0, index).chars().filter((character) -> character == '\n').count();
	}

}
