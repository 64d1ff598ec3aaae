package dev.rollcall.dataset;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A dataset's name and columns. A record is its own schema: the dataset is named as the
 * record, the columns as its components, in snake_case.
 */
public record Schema(String dataset, List<Column> columns) {

	/** What the rows of every published dataset begin with. */
	public static final List<Column> RUN = List.of(new Column("run_id", ColumnType.STRING),
			new Column("attempt", ColumnType.BIGINT));

	/** What the rows of evidence carry before what was found. */
	public static final List<Column> CELL = List.of(new Column("account_id", ColumnType.STRING),
			new Column("region", ColumnType.STRING), new Column("source", ColumnType.STRING),
			new Column("collected_at", ColumnType.TIMESTAMP));

	public Schema {
		columns = List.copyOf(columns);
	}

	/** The schema of a record alone. */
	public static Schema of(Class<? extends Record> type) {
		return new Schema(snakeCase(type.getSimpleName()),
				Arrays.stream(type.getRecordComponents()).map(Schema::column).toList());
	}

	/** The schema of evidence: the cell's columns, then the record's. */
	public static Schema ofEvidence(Class<? extends Record> type) {
		return of(type).behind(CELL);
	}

	/** This schema behind other columns. */
	public Schema behind(List<Column> before) {
		List<Column> all = new ArrayList<>(before);
		all.addAll(this.columns);
		return new Schema(this.dataset, all);
	}

	/** The names of the columns, quoted and joined by commas. */
	public String columnList() {
		return this.columns.stream().map((column) -> '"' + column.name() + '"').collect(Collectors.joining(", "));
	}

	/** The columns that rows are put in order by: account and Region first. */
	String order() {
		List<String> ordered = new ArrayList<>(
				this.columns.stream().filter((column) -> column.type().isOrdered()).map(Column::name).toList());
		for (String first : List.of("region", "account_id")) {
			if (ordered.remove(first)) {
				ordered.add(0, first);
			}
		}
		ordered.remove("collected_at");
		return ordered.stream().map((name) -> '"' + name + "\" NULLS FIRST").collect(Collectors.joining(", "));
	}

	MessageType parquet() {
		return new MessageType(this.dataset,
				this.columns.stream().map((column) -> column.type().parquet(column.name())).toArray(Type[]::new));
	}

	private static Column column(RecordComponent component) {
		return new Column(snakeCase(component.getName()), ColumnType.of(component));
	}

	private static String snakeCase(String camelCase) {
		return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

}
