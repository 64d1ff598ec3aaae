package dev.rollcall.ddl;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;

/**
 * Athena: tables in Hive's words, views in Trino's. The nights are projected, not listed
 * in the catalog; the folders of runs below a night are read with it.
 *
 * @param since the first night that is looked for
 */
public record AthenaDialect(Location location, LocalDate since) implements Dialect {

	/** The most characters that the Glue catalog keeps of what is said of a column. */
	public static final int LONGEST_COMMENT = 255;

	@Override
	public List<String> database(String name) {
		return List.of("CREATE DATABASE IF NOT EXISTS `" + name + "`");
	}

	@Override
	public List<String> table(String database, Table table) {
		String name = "`%s`.`%s`".formatted(database, table.name());
		return List.of("DROP TABLE IF EXISTS " + name,
				"""
						CREATE EXTERNAL TABLE %s (
						%s
						)
						COMMENT %s
						PARTITIONED BY (%s)
						STORED AS PARQUET
						LOCATION %s
						TBLPROPERTIES (
						  'projection.enabled' = 'true',
						  'projection.snapshot_date.type' = 'date',
						  'projection.snapshot_date.format' = 'yyyy-MM-dd',
						  'projection.snapshot_date.range' = '%s,NOW',
						  'projection.snapshot_date.interval' = '1',
						  'projection.snapshot_date.interval.unit' = 'DAYS',
						  'storage.location.template' = %s
						)""".formatted(name, columns(table), literal(table.comment()), column(table, Table.NIGHT),
						literal(this.location.folder(table.name())), this.since,
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
		return "`%s` %s COMMENT %s".formatted(column.name(), type(column.type()), literal(table.comment(column)));
	}

	/** What Hive, and with it Glue, calls a type. */
	public static String type(ColumnType type) {
		return switch (type) {
			case STRING -> "string";
			case BOOLEAN -> "boolean";
			case BIGINT -> "bigint";
			case TIMESTAMP -> "timestamp";
			case DATE -> "date";
			case STRINGS -> "array<string>";
			case STRING_MAP -> "map<string,string>";
		};
	}

	private static String literal(String text) {
		return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
	}

}
