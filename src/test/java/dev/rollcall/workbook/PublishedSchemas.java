package dev.rollcall.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.rollcall.collect.Cells;
import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.dataset.Schema;

/** What a night publishes, from the golden that holds it. */
final class PublishedSchemas {

	private static final Set<String> SOURCES = Cells.shipped().names();

	private PublishedSchemas() {
	}

	static List<Schema> all() {
		List<Schema> schemas = new ArrayList<>();
		for (String dataset : text("src/test/resources/schemas.txt").split("\n\n")) {
			List<String> lines = dataset.strip().lines().toList();
			schemas.add(new Schema(lines.get(0),
					lines.subList(1, lines.size()).stream().map((line) -> column(line.strip())).toList()));
		}
		return schemas;
	}

	private static Column column(String line) {
		String[] words = line.split(" ", 2);
		return new Column(words[0],
				Arrays.stream(ColumnType.values())
					.filter((type) -> type.sql().equals(words[1]))
					.findFirst()
					.orElseThrow());
	}

	/** All sources. */
	static Set<String> sources() {
		return SOURCES;
	}

	private static String text(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
