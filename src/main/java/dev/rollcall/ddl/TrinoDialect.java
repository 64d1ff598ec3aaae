package dev.rollcall.ddl;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;

/**
 * Trino's Hive connector, in the session's catalog; nights are projected as in Athena.
 *
 * @param since the first night that is looked for
 */
public record TrinoDialect(Location location, LocalDate since) implements Dialect {

	@Override
	public List<String> database(String name) {
		return List.of("CREATE SCHEMA IF NOT EXISTS \"" + name + '"');
	}

	@Override
	public List<String> table(String database, Table table) {
		String name = "\"%s\".\"%s\"".formatted(database, table.name());
		return List.of("DROP TABLE IF EXISTS " + name,
				"""
						CREATE TABLE %s (
						%s,
						  %s WITH (
						    partition_projection_type = 'DATE',
						    partition_projection_format = 'yyyy-MM-dd',
						    partition_projection_range = ARRAY['%s', 'NOW'],
						    partition_projection_interval = 1,
						    partition_projection_interval_unit = 'DAYS'
						  )
						)
						COMMENT %s
						WITH (
						  format = 'PARQUET',
						  external_location = %s,
						  partitioned_by = ARRAY['snapshot_date'],
						  partition_projection_enabled = true,
						  partition_projection_location_template = %s
						)""".formatted(name, columns(table), column(table, Table.NIGHT), this.since,
						literal(table.comment()), literal(this.location.folder(table.name())),
						literal(this.location.folder(table.name()) + "snapshot_date=${snapshot_date}/")));
	}

	@Override
	public List<String> view(View view) {
		return List.of("CREATE OR REPLACE VIEW %s AS\n%s".formatted(view.quotedName(), view.query()));
	}

	private static String columns(Table table) {
		return table.schema()
			.columns()
			.stream()
			.map((column) -> "  " + column(table, column))
			.collect(Collectors.joining(",\n"));
	}

	private static String column(Table table, Column column) {
		return "\"%s\" %s COMMENT %s".formatted(column.name(), type(column.type()), literal(table.comment(column)));
	}

	private static String type(ColumnType type) {
		return switch (type) {
			case STRING -> "varchar";
			case BOOLEAN -> "boolean";
			case BIGINT -> "bigint";
			case TIMESTAMP -> "timestamp(3)";
			case DATE -> "date";
			case STRINGS -> "array(varchar)";
			case STRING_MAP -> "map(varchar, varchar)";
		};
	}

	private static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}
