package dev.rollcall.job;

import java.nio.file.Path;
import java.util.List;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;

/**
 * Writes datasets as they are published, with the columns of the run in front, and makes
 * a view of each one that is whole.
 */
final class DatasetWriter {

	private final NightId id;

	private final Workspace workspace;

	private final Database database;

	private DatasetFiles files;

	/**
	 * Creates a writer.
	 * @param files what was written before
	 */
	DatasetWriter(NightId id, Workspace workspace, Database database, DatasetFiles files) {
		this.id = id;
		this.workspace = workspace;
		this.database = database;
		this.files = files;
	}

	/** Writes what a statement selects, in the order of the schema. */
	void write(Schema schema, String sql) {
		Schema published = schema.behind(Schema.RUN);
		Path file = begin(schema);
		long rows = this.database.write("SELECT %s AS run_id, %d AS attempt, * FROM (%s\n)"
			.formatted(Database.literal(this.id.runId()), this.id.attempt(), sql), published, file);
		finish(published, file, rows);
	}

	/** Writes records. */
	void write(Schema schema, List<? extends Record> entries) {
		Schema published = schema.behind(Schema.RUN);
		Path path = begin(schema);
		try (ParquetFile file = new ParquetFile(path, published)) {
			entries.forEach((entry) -> file.write(List.of(this.id.runId(), this.id.attempt()), entry));
		}
		finish(published, path, entries.size());
	}

	private Path begin(Schema schema) {
		return this.workspace.newFile("night", "-" + schema.dataset() + ".parquet");
	}

	private void finish(Schema published, Path file, long rows) {
		this.files = this.files.with(published, file, rows);
		this.database.view(published, List.of(file));
	}

	/** What was written before and by now. */
	DatasetFiles files() {
		return this.files;
	}

}
