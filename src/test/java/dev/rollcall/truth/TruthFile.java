package dev.rollcall.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of tables: a name in brackets, a line of column names, lines of words. What
 * follows the words of a line is its reason.
 */
record TruthFile(Path path, Map<String, List<Line>> tables) {

	static TruthFile read(Path path) {
		List<String> lines = lines(path);
		Map<String, List<Line>> tables = new LinkedHashMap<>();
		List<Line> table = new ArrayList<>();
		List<String> columns = List.of();
		for (int number = 1; number <= lines.size(); number++) {
			String line = lines.get(number - 1).strip();
			if (line.startsWith("[")) {
				table = new ArrayList<>();
				columns = List.of();
				tables.put(line.substring(1, line.length() - 1), table);
			}
			else if (!line.isEmpty() && !line.startsWith("#")) {
				List<String> words = Arrays.asList(line.split("\\s+"));
				if (columns.isEmpty()) {
					columns = words.subList(0, words.size() - 1);
				}
				else {
					table.add(Line.of(path + ":" + number, columns, words));
				}
			}
		}
		return new TruthFile(path, tables);
	}

	/** The name of the file without its ending. */
	String name() {
		return this.path.getFileName().toString().replaceAll("\\.txt$", "");
	}

	boolean has(String table) {
		return this.tables.containsKey(table);
	}

	List<Line> table(String name) {
		return this.tables.getOrDefault(name, List.of());
	}

	private static List<String> lines(Path path) {
		try {
			return Files.readAllLines(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A line of a table.
	 *
	 * @param place file and line number
	 * @param words by column, in their order
	 */
	record Line(String place, Map<String, String> words) {

		static Line of(String place, List<String> columns, List<String> words) {
			if (words.size() < columns.size()) {
				throw new IllegalArgumentException(place + " has fewer words than the columns " + columns);
			}
			Map<String, String> byColumn = new LinkedHashMap<>();
			for (int i = 0; i < columns.size(); i++) {
				byColumn.put(columns.get(i), words.get(i));
			}
			return new Line(place, byColumn);
		}

		String word(String column) {
			String word = this.words.get(column);
			if (word == null) {
				throw new IllegalArgumentException(this.place + " has no column '" + column + "'");
			}
			return word;
		}

	}

}
