package dev.rollcall.workbook;

import java.util.function.Function;

import dev.rollcall.dataset.Row;

/**
 * A column of a table that a query fills.
 *
 * @param key of its header among the messages
 * @param width in characters
 * @param taken how many columns of the query it takes
 * @param writer writes a cell from the query's column
 */
record Column(String key, int width, int taken, Writer writer) {

	Column(String key, int width, Writer writer) {
		this(key, width, 1, writer);
	}

	static Column text(String key, int width) {
		return new Column(key, width, (book, page, row, column) -> page.text(row.text(column)));
	}

	/** Text that may take several lines. */
	static Column wrapped(String key, int width) {
		return new Column(key, width, (book, page, row, column) -> page.wrapped(row.text(column)));
	}

	/** An account's id, under which a link finds the row, and which leads back to it. */
	static Column account() {
		return new Column("account", 15, (book, page, row, column) -> {
			String id = row.text(column);
			page.anchor(id).link(id, book.page(Tab.ACCOUNTS), id);
		});
	}

	/** A word of AWS or of ours in the workbook's language. */
	static Column word(String key, int width, String prefix) {
		return word(key, width, prefix, (value) -> Tone.PLAIN);
	}

	static Column verdict() {
		return word("verdict", 18, "verdict", Tone::ofVerdict);
	}

	static Column word(String key, int width, String prefix, Function<String, Tone> tone) {
		return new Column(key, width, (book, page, row, column) -> {
			String value = row.text(column);
			page.text(book.words().word(prefix, value), (value != null) ? tone.apply(value) : Tone.PLAIN);
		});
	}

	/** A control's reason in the workbook's language. */
	static Column reason(String key, int width) {
		return new Column(key, width, (book, page, row, column) -> page.text(book.words().reason(row.text(column))));
	}

	/** Text under which a link finds the row. */
	static Column anchored(String key, int width) {
		return new Column(key, width,
				(book, page, row, column) -> page.anchor(row.text(column)).text(row.text(column)));
	}

	/** A number; an empty cell where nobody knows it. */
	static Column number(String key) {
		return new Column(key, 12, (book, page, row, column) -> page.number(row.count(column)));
	}

	/** A share, given as two columns: the part and the whole. */
	static Column share(String key) {
		return new Column(key, 11, 2,
				(book, page, row, column) -> page.share(Counts.ratio(row.number(column), row.number(column + 1))));
	}

	static Column flag(String key) {
		return new Column(key, 12, (book, page, row, column) -> page.text(book.words().flag(row.flag(column))));
	}

	/** Texts beside each other. */
	static Column list(String key, int width) {
		return new Column(key, width, (book, page, row, column) -> page.wrapped(String.join(", ", row.texts(column))));
	}

	static Column time(String key) {
		return new Column(key, 20, (book, page, row, column) -> page.time(row.time(column)));
	}

	static Column date(String key) {
		return new Column(key, 12, (book, page, row, column) -> page.date(row.date(column)));
	}

	/** Writes a cell. */
	@FunctionalInterface
	interface Writer {

		void write(Book book, Page page, Row row, int column);

	}

}
