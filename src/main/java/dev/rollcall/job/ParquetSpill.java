package dev.rollcall.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.Spill;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Row;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one large cell, a Parquet file a dataset, ready to be staged as they are.
 */
final class ParquetSpill implements Spill {

	/** Many are open at once, and each holds a row group in memory. */
	private static final long ROW_GROUP_BYTES = 1024 * 1024;

	private final Workspace workspace;

	private final Map<Class<? extends Record>, ParquetFile> open = new LinkedHashMap<>();

	private final Map<Class<? extends Record>, Path> files = new LinkedHashMap<>();

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

	private ParquetFile begin(Class<? extends Record> kind) {
		Path file = this.workspace.newFile("spill", ".parquet");
		this.files.put(kind, file);
		return new ParquetFile(file, Schema.ofEvidence(kind), ROW_GROUP_BYTES);
	}

	@Override
	public void close() {
		this.open.values().forEach(ParquetFile::close);
		this.open.clear();
	}

	@Override
	public Set<Class<? extends Record>> kinds() {
		return this.files.keySet();
	}

	@Override
	public void each(Class<? extends Record> kind, Consumer<EvidenceRow> use) {
		Path file = this.files.get(kind);
		if (file == null) {
			return;
		}
		Schema schema = Schema.ofEvidence(kind);
		try (Database database = new Database(this.workspace.directory("duckdb"))) {
			database.view(schema, List.of(file));
			database.query("SELECT " + schema.columnList() + " FROM \"" + schema.dataset() + '"',
					(row) -> use.accept(evidence(row, kind)));
		}
	}

	/** A row of evidence, read by the columns of its schema. */
	static EvidenceRow evidence(Row row, Class<? extends Record> kind) {
		return new EvidenceRow(new AccountId(row.requiredText(1)), row.requiredText(2), row.requiredText(3),
				row.requiredTime(4), row.record(Schema.CELL.size() + 1, kind));
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
		Map<String, Path> byDataset = new LinkedHashMap<>();
		this.files.forEach((kind, file) -> byDataset.put(Schema.ofEvidence(kind).dataset(), file));
		return byDataset;
	}

}
