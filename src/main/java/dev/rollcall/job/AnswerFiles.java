package dev.rollcall.job;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Staged;
import dev.rollcall.dataset.Workspace;

/**
 * Files that hold what was found so far: those staged, and in a top-up the attempt's
 * before, of which no row that tonight asked again is shown.
 */
record AnswerFiles(SourceCatalog catalog, Collection<Staged> staged, Kept kept, Workspace workspace) {

	private static final String TONIGHT = "tonight_";

	private static final String KEPT = "kept_";

	AnswerFiles {
		staged = List.copyOf(staged);
	}

	/** How a statement calls a dataset. */
	static String name(Schema schema) {
		return "\"found_" + schema.dataset() + '"';
	}

	/** A database with a view of every dataset that is collected. */
	Database open() {
		Database database = new Database(this.workspace.directory("duckdb"));
		List<Schema> schemas = DatasetFiles.collected(this.catalog);
		schemas.forEach((schema) -> show(database, schema));
		String left = Superseded.leaves(database, TONIGHT + DatasetFiles.coverage().dataset(),
				this.catalog.definitions());
		schemas.forEach((schema) -> unite(database, schema, left));
		return database;
	}

	private void show(Database database, Schema schema) {
		List<Path> parts = this.staged.stream().flatMap((file) -> file.files(schema.dataset()).stream()).toList();
		database.view(new Schema(TONIGHT + schema.dataset(), schema.columns()), parts);
		Optional<Path> before = this.kept.before(schema);
		database.view(new Schema(KEPT + schema.dataset(), schema.columns()), before.map(List::of).orElse(List.of()));
	}

	private static void unite(Database database, Schema schema, String left) {
		String kept = switch (schema.dataset()) {
			case "account" -> "false";
			case "coverage" -> "NOT %s AND %s".formatted(TopUp.askedAgain('"' + KEPT + schema.dataset() + '"'), left);
			default -> left;
		};
		database.execute("""
				CREATE OR REPLACE VIEW %s AS SELECT * FROM "%s" UNION ALL SELECT * FROM "%s" WHERE %s"""
			.formatted(name(schema), TONIGHT + schema.dataset(), KEPT + schema.dataset(), kept));
	}

}
