package dev.rollcall.ddl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Macro;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB: views over the files, and what Trino's functions are called. DuckDB refuses to
 * read files of which there are none: a dataset that no night has yet is a view without
 * rows, until the script is made again.
 *
 * @param since the first night that is seen; null for all
 * @param present the datasets of which there are files
 */
public record DuckDbDialect(Location location, @Nullable LocalDate since, Set<String> present) implements Dialect {

	public DuckDbDialect {
		present = Set.copyOf(present);
	}

	/** What it shows of times, and which day it has, would else follow the machine. */
	@Override
	public List<String> session() {
		return Stream.concat(Stream.of("SET TimeZone = 'UTC'"), macros("main")).toList();
	}

	/** A function is found in the database that is used, and in none beside it. */
	private static Stream<String> macros(String database) {
		return Macro.ALL.stream().map((macro) -> macro.statement("\"" + database + "\"."));
	}

	@Override
	public List<String> database(String name) {
		return Stream.concat(Stream.of("CREATE SCHEMA IF NOT EXISTS \"" + name + '"'), macros(name)).toList();
	}

	@Override
	public List<String> table(String database, Table table) {
		String columns = table.columns()
			.stream()
			.map((column) -> '"' + column.name() + '"')
			.collect(Collectors.joining(", "));
		String name = "\"%s\".\"%s\"".formatted(database, table.name());
		String none = table.columns()
			.stream()
			.map((column) -> "CAST(NULL AS %s) AS \"%s\"".formatted(column.type().sql(), column.name()))
			.collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
		String rows = this.present.contains(table.name())
				? "%s\n  UNION ALL BY NAME\n  %s".formatted(none, files(table)) : none;
		return List.of("CREATE OR REPLACE VIEW %s AS\nSELECT %s\nFROM (\n  %s\n)%s".formatted(name, columns, rows,
				(this.since != null) ? "\nWHERE \"snapshot_date\" >= DATE '" + this.since + "'" : ""));
	}

	private String files(Table table) {
		String folder = table.name().equals("run") ? "'attempt': BIGINT" : "'run_id': VARCHAR";
		return "FROM read_parquet(%s, union_by_name = true, hive_types = {'snapshot_date': DATE, %s})".formatted(
				Database.literal(pattern(this.location.folder(table.name())) + "snapshot_date=*/*/*.parquet"), folder);
	}

	/** A folder whose name has signs of a pattern is that folder. */
	private static String pattern(String folder) {
		return folder.replaceAll("[\\[*?]", "[$0]");
	}

	@Override
	public List<String> view(View view) {
		List<String> statements = new ArrayList<>();
		statements.add("CREATE OR REPLACE VIEW %s AS\n%s".formatted(view.quotedName(), view.query()));
		if (!view.table().comment().isEmpty()) {
			statements
				.add("COMMENT ON VIEW %s IS %s".formatted(view.quotedName(), Database.literal(view.table().comment())));
		}
		for (Column column : view.table().columns()) {
			statements.add("COMMENT ON COLUMN %s.\"%s\" IS %s".formatted(view.quotedName(), column.name(),
					Database.literal(view.table().comment(column))));
		}
		return statements;
	}

}
