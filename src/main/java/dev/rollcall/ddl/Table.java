package dev.rollcall.ddl;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.dataset.Description;
import dev.rollcall.dataset.Schema;

/**
 * A dataset as engines see it: the columns of its files, and behind them the night.
 *
 * @param schema as its files have it
 * @param description what is said of it, of the columns of all datasets too
 * @param before how a column follows from others where a night was published before there
 * was such a column, as SQL by the column's name
 */
public record Table(Schema schema, Description description, Map<String, String> before) {

	/** What the folders are named after, and nothing in the files. */
	public static final Column NIGHT = new Column("snapshot_date", ColumnType.DATE);

	private static final String NEVER_NULL = " Never null.";

	public Table {
		before = Map.copyOf(before);
	}

	/** The dataset's name. */
	public String name() {
		return this.schema.dataset();
	}

	/** Its columns, the night's date last. */
	public List<Column> columns() {
		return Stream.concat(this.schema.columns().stream(), Stream.of(NIGHT)).toList();
	}

	/** What a row is, as a comment. */
	String comment() {
		return withoutSemicolons(this.description.row());
	}

	/** What a column holds, and whether it always does, as a comment. */
	String comment(Column column) {
		String meaning = withoutSemicolons(meaning(column));
		return neverNull(column) ? (meaning + "." + NEVER_NULL).replaceFirst("^\\. ", "") : meaning;
	}

	/** One would end the statement for those who split a script. */
	private static String withoutSemicolons(String text) {
		return text.replace(';', ',');
	}

	/** What a column holds; empty where nobody said. */
	public String meaning(Column column) {
		String meaning = this.description.columns().get(column.name());
		return (meaning != null) ? meaning : CommonColumns.MEANINGS.getOrDefault(column.name(), "");
	}

	/** Whether a column always holds something. */
	public boolean neverNull(Column column) {
		return this.description.neverNull().contains(column.name()) || CommonColumns.NEVER_NULL.contains(column.name());
	}

}
