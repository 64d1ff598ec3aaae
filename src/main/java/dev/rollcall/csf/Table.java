package dev.rollcall.csf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;

/**
 * A file of cells between tabs, in UTF-8. Its first line names the columns; empty lines
 * and those that begin with {@code #} say nothing. Empty cells at the end of a line may
 * be left out.
 */
final class Table {

	private Table() {
	}

	/**
	 * Reads a table and closes it.
	 * @param file what to call it in messages
	 * @throws BadInputException where it is not as expected
	 * @throws UncheckedIOException where it cannot be read
	 */
	static List<Line> read(String file, InputStream content, List<String> columns) {
		List<Line> lines = new ArrayList<>();
		int number = 0;
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
			for (String text = reader.readLine(); text != null; text = reader.readLine()) {
				number++;
				if (!text.isBlank() && !text.startsWith("#")) {
					lines.add(new Line(file + ":" + number, List.of(text.split("\t", -1))));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
		return checked(file, lines, columns);
	}

	private static List<Line> checked(String file, List<Line> lines, List<String> columns) {
		if (lines.isEmpty() || !lines.get(0).cells().equals(columns)) {
			String place = lines.isEmpty() ? file + ":1" : lines.get(0).place();
			throw new BadInputException(place + ": the columns " + String.join(", ", columns) + " were expected");
		}
		Mistakes.forEach(lines, (line) -> {
			if (line.cells().size() > columns.size()) {
				throw line.refuse(line.cells().size() + " cells", "at most " + columns.size() + " were");
			}
		});
		return lines.subList(1, lines.size());
	}

	/**
	 * A line.
	 *
	 * @param place as messages name it: file and line
	 */
	record Line(String place, List<String> cells) {

		/** A cell, from 0; empty where there is nothing in it. */
		String cell(int column) {
			return (column < this.cells.size()) ? this.cells.get(column).strip() : "";
		}

		/** A cell that must say something. */
		String required(int column) {
			if (cell(column).isEmpty()) {
				throw refuse("", "a text in column " + (column + 1) + " was");
			}
			return cell(column);
		}

		/** What to say of a value that is not as expected. */
		BadInputException refuse(String value, String expected) {
			return new BadInputException(this.place + ": '" + value + "': " + expected + " expected");
		}

	}

}
