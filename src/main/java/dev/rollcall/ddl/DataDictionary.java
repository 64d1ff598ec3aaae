package dev.rollcall.ddl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.dataset.Description;

/**
 * What the columns of datasets mean whose rows are records: made from what the records'
 * own comments say, which no class file has.
 *
 * <p>
 * A line for each dataset and one for each of its columns, with tabs between its fields:
 * the dataset, the column (nothing of the dataset itself), {@code never null} or nothing,
 * and the meaning.
 */
public final class DataDictionary {

	/** Where it lies on the class path. */
	public static final String RESOURCE = "data-dictionary.tsv";

	/** What the third field says of a column that always holds something. */
	public static final String NEVER_NULL = "never null";

	private final Map<String, Description> datasets;

	private DataDictionary(Map<String, Description> datasets) {
		this.datasets = Map.copyOf(datasets);
	}

	/** The packaged one. */
	public static DataDictionary load() {
		try (InputStream content = DataDictionary.class.getClassLoader().getResourceAsStream(RESOURCE)) {
			return parse(new String(Objects.requireNonNull(content, RESOURCE).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + RESOURCE, ex);
		}
	}

	/** One of these lines. */
	public static DataDictionary parse(String text) {
		Map<String, Entry> entries = new HashMap<>();
		text.lines().map((line) -> List.of(line.split("\t", -1))).forEach((fields) -> {
			Entry entry = entries.computeIfAbsent(fields.get(0), (dataset) -> new Entry());
			entry.add(fields.get(1), fields.get(2).equals(NEVER_NULL), fields.get(3));
		});
		Map<String, Description> datasets = new HashMap<>();
		entries.forEach((dataset, entry) -> datasets.put(dataset, entry.description()));
		return new DataDictionary(datasets);
	}

	/** What is said of a dataset; nothing where it is none of records. */
	public Description of(String dataset) {
		return this.datasets.getOrDefault(dataset, Description.NONE);
	}

	/** A dataset's lines, one after the other. */
	private static final class Entry {

		private String row = "";

		private final Map<String, String> meanings = new HashMap<>();

		private final Set<String> neverNull = new HashSet<>();

		void add(String column, boolean always, String meaning) {
			if (column.isEmpty()) {
				this.row = meaning;
				return;
			}
			this.meanings.put(column, meaning);
			if (always) {
				this.neverNull.add(column);
			}
		}

		Description description() {
			return new Description(this.row, this.meanings, this.neverNull);
		}

	}

}
