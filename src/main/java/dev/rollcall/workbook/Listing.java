package dev.rollcall.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.SqlText;
import dev.rollcall.input.Text;
import dev.rollcall.input.YamlMapping;
import org.jspecify.annotations.Nullable;

/**
 * A table that a statement fills, a row for a row: a file of
 * {@code reports-templates/sheets}.
 *
 * @param name the file's
 * @param sheet the sheet that the file makes; null where its table stands on another's
 * @param below the listing whose sheet it stands on; null where it makes its own
 * @param order among the tables of a sheet
 * @param heading above the table; null without one
 * @param sources whose gaps are said above the table
 * @param dataset where all rows are that the table leaves out
 * @param empty what is said where there are no rows; null for a plain sentence
 * @param freeze how many columns stay in sight
 * @param compared whether its rows compare with the night before
 * @param words by list, by value
 * @param matter what the file says in front of the statement
 * @param statement gives the columns by their names, and ends with the order of the rows
 */
record Listing(String name, @Nullable SheetText sheet, @Nullable String below, int order, @Nullable Text heading,
		List<String> sources, String dataset, @Nullable Text empty, int freeze, boolean compared,
		Map<String, Map<String, Term>> words, List<Column> columns, YamlMapping matter, SqlText statement) {

	Listing {
		sources = List.copyOf(sources);
		words = Map.copyOf(words);
		columns = List.copyOf(columns);
	}

	/** What to say of a key of the file. */
	BadInputException refuse(String key, String reason) {
		return new BadInputException(this.matter.place(key) + ": " + reason);
	}

	/** The name of Excel's table. */
	String table() {
		return "Rollcall_" + this.name.replace('-', '_');
	}

	int[] widths() {
		return this.columns.stream().mapToInt(Column::width).toArray();
	}

	/**
	 * The statement without the order of its rows, which costs more than all else where
	 * rows are many, and which counting does not need.
	 */
	String unordered() {
		String sql = this.statement.sql();
		return sql.substring(0, Math.max(0, sql.lastIndexOf("\nORDER BY ")));
	}

	/** What the rows lead to, other than Accounts. */
	List<String> links() {
		return this.columns.stream().flatMap((column) -> Stream.ofNullable(column.link())).toList();
	}

	boolean leadsToEvidence() {
		return this.columns.stream().anyMatch((column) -> column.kind() == Kind.EVIDENCE);
	}

	boolean hasAccounts() {
		return this.columns.stream().anyMatch((column) -> column.kind() == Kind.ACCOUNT);
	}

	/** This listing with words that it may use beside its own. */
	Listing with(Map<String, Map<String, Term>> more) {
		Map<String, Map<String, Term>> all = new HashMap<>(more);
		all.putAll(this.words);
		return new Listing(this.name, this.sheet, this.below, this.order, this.heading, this.sources, this.dataset,
				this.empty, this.freeze, this.compared, all, this.columns, this.matter, this.statement);
	}

}
