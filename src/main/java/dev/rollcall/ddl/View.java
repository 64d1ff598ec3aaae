package dev.rollcall.ddl;

import java.util.stream.Collectors;

import dev.rollcall.dataset.Column;
import org.jspecify.annotations.Nullable;

/**
 * A view of one table; its query is the same text for every engine.
 *
 * @param table whose columns it has
 * @param night a query that names the runs whose rows it has; null for all
 */
record View(String database, String name, Table table, @Nullable String night) {

	/** A narrowed night, or an attempt that a later one took the place of, is none. */
	private static final String CHOSEN = """
			SELECT "snapshot_date", max_by("run_id", "attempt") AS "run_id" \
			FROM "%s"."run" WHERE NOT "partial" GROUP BY "snapshot_date\"""".formatted(Script.FILES);

	/**
	 * One join and one aggregation: whoever reads many views in one statement meets the
	 * 150 stages that Trino takes.
	 */
	private static final String LATEST = """
			SELECT max("snapshot_date") AS "snapshot_date", \
			max_by("run_id", ROW("snapshot_date", "attempt")) AS "run_id" \
			FROM "%s"."run" WHERE NOT "partial\"""".formatted(Script.FILES);

	/** Every row. */
	static View of(String database, Table table) {
		return new View(database, table.name(), table, null);
	}

	/** The rows of the runs that a database chooses. */
	static View chosen(String database, String name, Table table) {
		return new View(database, name, table, database.equals(Script.LATEST) ? LATEST : CHOSEN);
	}

	/** The view's whole name, quoted. */
	String quotedName() {
		return "\"%s\".\"%s\"".formatted(this.database, this.name);
	}

	/** Its query. */
	String query() {
		String query = "SELECT %s\nFROM \"%s\".\"%s\" f".formatted(
				this.table.columns().stream().map(this::column).collect(Collectors.joining(", ")), Script.FILES,
				this.table.name());
		return (this.night == null) ? query : query + "\nJOIN (" + this.night
				+ ") n\n  ON n.\"snapshot_date\" = f.\"snapshot_date\" AND n.\"run_id\" = f.\"run_id\"";
	}

	private String column(Column column) {
		String name = "f.\"" + column.name() + '"';
		String before = this.table.before().get(column.name());
		return (before == null) ? name : "coalesce(%s, %s) AS \"%s\"".formatted(name, before, column.name());
	}

}
