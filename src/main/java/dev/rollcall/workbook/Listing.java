package dev.rollcall.workbook;

import java.util.List;

import dev.rollcall.dataset.Row;

/**
 * A table that a query fills, a row for a row. What does not fit is said, and so is that
 * there is nothing.
 *
 * @param name the table's
 * @param dataset where all rows are
 * @param sql gives the columns' values in their order; ends with the order of the rows
 */
record Listing(String name, String dataset, List<Column> columns, String sql) {

	Listing {
		columns = List.copyOf(columns);
	}

	int[] widths() {
		return this.columns.stream().mapToInt(Column::width).toArray();
	}

	/** Writes the table below what the page has; gives whether there was anything. */
	boolean write(Book book, Page page) {
		int most = Math.min(book.mostRows(), page.room());
		long rows = book.database().number("SELECT count(*) FROM (" + unordered() + "\n) AS listed");
		if (rows == 0) {
			page.row().text(book.words().text("empty." + this.name));
			return false;
		}
		if (rows > most) {
			page.row()
				.text(book.words().text("truncated", most, rows, book.night().pathOf(this.dataset)), Tone.UNKNOWN);
		}
		if (Math.min(rows, most) > Page.MOST_LINKS && linked()) {
			page.row().text(book.words().text("links-end", Page.MOST_LINKS));
		}
		page.table("Rollcall_" + this.name, headers(book.words()));
		book.database().query(this.sql + "\nLIMIT " + most, (row) -> line(book, page.row(), row));
		page.endTable();
		return true;
	}

	/** Counting needs no order, which costs more than all else where rows are many. */
	private String unordered() {
		return this.sql.substring(0, this.sql.lastIndexOf("\nORDER BY "));
	}

	private boolean linked() {
		return this.columns.stream().anyMatch((column) -> column.key().equals("account"));
	}

	private List<String> headers(Words words) {
		return this.columns.stream().map((column) -> words.text("column." + column.key())).toList();
	}

	private void line(Book book, Page page, Row row) {
		int from = 1;
		for (Column column : this.columns) {
			column.writer().write(book, page, row, from);
			from += column.taken();
		}
	}

}
