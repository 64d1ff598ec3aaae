package dev.rollcall.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A closed staging file, unpacked.
 *
 * @param name such as {@code discovery}
 * @param files the Parquet files in it, by dataset
 */
public record Staged(String name, StagedIndex index, Map<String, List<Path>> files) {

	/** The part of a staged file that is a dataset's; empty where it has none. */
	public List<Path> files(String dataset) {
		return this.files.getOrDefault(dataset, List.of());
	}

}
