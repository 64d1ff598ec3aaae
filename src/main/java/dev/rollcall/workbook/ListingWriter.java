package dev.rollcall.workbook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Database;

/**
 * Fills the sheets that are listings. What was not read or does not fit is said, and so
 * is that there is nothing.
 */
final class ListingWriter {

	private final Book book;

	private final Sheets sheets;

	private final Words words;

	ListingWriter(Book book, Sheets sheets) {
		this.book = book;
		this.sheets = sheets;
		this.words = book.words();
	}

	/** Every sheet after those that its rows lead to. */
	void write() {
		SheetFunctions.define(this.book.database(), this.words.messages().language(), this.book.frameworks().leading());
		this.sheets.inOrderOfLinks().forEach(this::write);
	}

	private void write(ListingSheet sheet) {
		List<Listing> tables = sheet.tables();
		Page page = this.book.begin(sheet.key(), tables.get(0).widths());
		sayWhatWasNotRead(page, sheet.sources());
		for (Listing table : tables) {
			if (table.heading() != null) {
				page.heading(table.heading().in(this.words.messages().language()));
			}
			boolean shown = write(page, table);
			if (shown && tables.size() == 1 && table.freeze() > 0) {
				page.freeze(table.freeze());
			}
		}
	}

	private void sayWhatWasNotRead(Page page, Set<String> sources) {
		if (sources.isEmpty()) {
			return;
		}
		String named = sources.stream().map(Database::literal).collect(Collectors.joining(", "));
		long unread = this.book.database()
			.number("SELECT count(*) FROM coverage WHERE gap AND source IN (" + named + ")");
		if (unread > 0) {
			page.row().text(this.words.text("evidence.unread", unread), Tone.UNKNOWN);
		}
		Set<String> excluded = new TreeSet<>();
		this.book.database()
			.query("SELECT source FROM coverage WHERE source IN (" + named
					+ ") GROUP BY source HAVING bool_and(status = 'EXCLUDED')",
					(row) -> excluded.add(this.words.word("source", row.text(1))));
		if (!excluded.isEmpty()) {
			page.row().text(this.words.text("evidence.excluded", String.join(", ", excluded)), Tone.UNKNOWN);
		}
	}

	/** Writes a table below what the page has; gives whether there was anything. */
	private boolean write(Page page, Listing listing) {
		if (listing.compared() && !sayCompared(page)) {
			return false;
		}
		int most = Math.min(this.book.mostRows(), page.room());
		long rows = this.book.database().number("SELECT count(*) FROM (" + listing.unordered() + "\n) AS listed");
		if (rows == 0) {
			page.row()
				.text((listing.empty() != null) ? listing.empty().in(this.words.messages().language())
						: this.words.text("empty"));
			return false;
		}
		if (rows > most) {
			page.row()
				.text(this.words.text("truncated", most, rows, this.book.night().pathOf(listing.dataset())),
						Tone.UNKNOWN);
		}
		if (Math.min(rows, most) > Page.MOST_LINKS && listing.hasAccounts()) {
			page.row().text(this.words.text("links-end", Page.MOST_LINKS));
		}
		page.table(listing.table(), listing.columns().stream().map(this::head).toList());
		int first = page.line() + 1;
		rows(page, listing, most);
		page.endTable();
		for (int i = 0; i < listing.columns().size(); i++) {
			if (listing.columns().get(i).signs()) {
				page.signs(first, i);
			}
		}
		return true;
	}

	private String head(Column column) {
		return (column.kind() == Kind.SCORE && column.head() == null) ? this.book.scoreHead()
				: column.head(this.words.messages());
	}

	private boolean sayCompared(Page page) {
		if (this.book.night().comparedWith() == null) {
			page.row().text(this.words.text("changes.first"));
			return false;
		}
		page.row().text(this.words.text("changes.compared", this.book.night().comparedWith().toString()));
		return true;
	}

	private void rows(Page page, Listing listing, int most) {
		String sql = listing.statement().sql();
		List<String> given = List.copyOf(this.book.database().columnsOf(sql).keySet());
		ListingCells cells = new ListingCells(this.book, this.sheets, page, listing, given);
		this.book.database().query(sql + "\nLIMIT " + most, cells::write);
	}

}
