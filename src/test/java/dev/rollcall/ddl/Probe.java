package dev.rollcall.ddl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An expression, and what it comes to on each engine: a line of {@code probes.txt}.
 *
 * @param same whether shipped statements may rely on it
 */
public record Probe(boolean same, String function, String expression, String onDuckDb, String onTrino) {

	/** What an engine comes to that refuses an expression. */
	public static final String ERROR = "error";

	private static final Path FILE = Path.of("src/test/resources/probes.txt");

	/** All of them. */
	public static List<Probe> all() {
		try {
			return Files.readAllLines(FILE)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> Arrays.stream(line.split(" \\| ")).map(String::strip).toList())
				.map(Probe::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Probe of(List<String> words) {
		boolean same = words.get(0).equals("same");
		return new Probe(same, words.get(1), words.get(2), value(words.get(3)), value(words.get(same ? 3 : 4)));
	}

	private static String value(String word) {
		return word.equals("''") ? "" : word;
	}

	/** The query that gives its value. */
	public String sql() {
		return "SELECT CAST(" + this.expression + " AS varchar)";
	}

}
