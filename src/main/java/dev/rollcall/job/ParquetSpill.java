package dev.rollcall.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.Spill;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one large cell, a Parquet file a dataset, ready to be staged as they are.
 */
final class ParquetSpill implements Spill {

	private final Workspace workspace;

	private final Map<Class<? extends Record>, ParquetFile> open = new LinkedHashMap<>();

	private final Map<String, Path> files = new LinkedHashMap<>();

	ParquetSpill(Workspace workspace) {
		this.workspace = workspace;
	}

	@Override
	public void write(EvidenceRow row) {
		this.open.computeIfAbsent(row.evidence().getClass(), this::begin).write(cell(row), row.evidence());
	}

	/** The columns of the cell that a row came from. */
	static List<@Nullable Object> cell(EvidenceRow row) {
		return Arrays.asList(row.account(), row.region(), row.source(), row.collectedAt());
	}

	private ParquetFile begin(Class<? extends Record> type) {
		Schema schema = Schema.ofEvidence(type);
		Path file = this.workspace.newFile("spill", ".parquet");
		this.files.put(schema.dataset(), file);
		return new ParquetFile(file, schema);
	}

	@Override
	public void close() {
		this.open.values().forEach(ParquetFile::close);
		this.open.clear();
	}

	@Override
	public void discard() {
		close();
		try {
			for (Path file : this.files.values()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete spilled rows", ex);
		}
	}

	/** The closed files, by dataset. */
	Map<String, Path> files() {
		return this.files;
	}

}
