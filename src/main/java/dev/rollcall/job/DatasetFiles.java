package dev.rollcall.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.organizations.AccountTags;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.RosterEntry;

/**
 * Datasets of the running night as local files.
 *
 * @param whole each dataset's file, in the order in which they came to be
 */
record DatasetFiles(Map<Schema, DatasetFile> whole) {

	static final DatasetFiles NONE = new DatasetFiles(Map.of());

	DatasetFiles {
		whole = Collections.unmodifiableMap(new LinkedHashMap<>(whole));
	}

	/** The schema of the dataset {@code account}, as it is staged. */
	static Schema account() {
		return new Schema("account", Schema.of(RosterEntry.class).columns());
	}

	/** The schema of the dataset {@code coverage}, as it is staged. */
	static Schema coverage() {
		return Schema.of(Coverage.class);
	}

	/**
	 * How columns of the dataset follow from the others in nights of versions before they
	 * were added.
	 */
	static Map<String, String> before(Schema schema) {
		return schema.dataset().equals(coverage().dataset())
				? Map.of("gap", Coverage.GAP_BEFORE, "gap_id", Coverage.GAP_ID_BEFORE) : Map.of();
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

	/** The same with one more. */
	DatasetFiles with(Schema schema, Path file, long rows) {
		Map<Schema, DatasetFile> more = new LinkedHashMap<>(this.whole);
		more.put(schema, new DatasetFile(file, rows));
		return new DatasetFiles(more);
	}

	/** A database with a view of each dataset. */
	Database open(Workspace workspace, Discovery discovery) {
		Database database = new Database(workspace.directory("duckdb"), discovery.places());
		this.whole.forEach((schema, file) -> database.view(schema, List.of(file.path())));
		return database;
	}

	/** A dataset's file and how many rows it has. */
	record DatasetFile(Path path, long rows) {

	}

}
