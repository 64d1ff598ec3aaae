package dev.rollcall.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.Spill;
import dev.rollcall.collect.organizations.AccountTags;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.RosterEntry;
import org.springframework.stereotype.Component;

/** The datasets of the running night as local files, and SQL over them. */
@Component
class DatasetFiles {

	/** A night's files, in the order in which they came to be. */
	private final Map<Schema, Path> files = new LinkedHashMap<>();

	private final Map<Schema, Long> rows = new LinkedHashMap<>();

	private final Workspace workspace;

	private final Night night;

	DatasetFiles(Workspace workspace, Night night) {
		this.workspace = workspace;
		this.night = night;
	}

	/** The schema of the dataset {@code account}, as it is staged. */
	static Schema account() {
		return new Schema("account", Schema.of(RosterEntry.class).columns());
	}

	/** The schema of the dataset {@code coverage}, as it is staged. */
	static Schema coverage() {
		return Schema.of(Coverage.class);
	}

	/** The schemas of what is collected and published, as it is staged. */
	static List<Schema> collected(SourceCatalog catalog) {
		List<Schema> schemas = new ArrayList<>(List.of(account(), coverage()));
		catalog.evidence()
			.stream()
			.filter((type) -> type != AccountTags.class)
			.map(Schema::ofEvidence)
			.forEach(schemas::add);
		return schemas;
	}

	/** A new local file for a dataset. */
	Path begin(Schema schema) {
		return this.workspace.newFile("night", "-" + schema.dataset() + ".parquet");
	}

	/** Says that a dataset's file is whole. */
	void finish(Schema schema, Path file, long count) {
		this.files.put(schema, file);
		this.rows.put(schema, count);
	}

	Map<Schema, Path> finished() {
		return this.files;
	}

	long rows(Schema schema) {
		return this.rows.getOrDefault(schema, 0L);
	}

	/** A database with a view of each dataset that is whole. */
	Database open() {
		Database database = new Database(this.workspace.directory("duckdb"), this.night.discovery().accounts().size());
		this.files.forEach((schema, file) -> database.view(schema, List.of(file)));
		return database;
	}

	/** Puts rows that memory should not hold into Parquet files of their own. */
	Spill.Store spills() {
		return (cell) -> new ParquetSpill(this.workspace);
	}

}
