package dev.rollcall.workbook;

import java.time.LocalDate;
import java.util.List;

/** What is otherwise than the night before; what asks for action first. */
final class ChangesSheet {

	private static final String ROWS = """
			SELECT h.change, h.control_id, %s, h.account_id, a.name, h.region, h.resource_id, h.from_verdict, h.to_verdict
			FROM change h
			LEFT JOIN control c ON c.control_id = h.control_id
			LEFT JOIN account a ON a.account_id = h.account_id
			ORDER BY CASE h.change WHEN 'NEW' THEN 1 WHEN 'REAPPEARED' THEN 2 WHEN 'WAIVER_ENDED' THEN 3
			    WHEN 'NOT_SEEN' THEN 4 WHEN 'WAIVED' THEN 5 WHEN 'FIXED' THEN 6 WHEN 'RESOURCE_GONE' THEN 7
			    WHEN 'ACCOUNT_ADDED' THEN 8 WHEN 'ACCOUNT_GONE' THEN 9 ELSE 10 END,
			  h.control_id, h.account_id, h.region, h.resource_id""";

	private final Book book;

	ChangesSheet(Book book) {
		this.book = book;
	}

	void write() {
		Listing changes = new Listing("changes", "change",
				List.of(Column.word("change", 22, "change", Tone::ofChange), Column.text("control", 34),
						Column.text("title", 44), Column.account(), Column.text("name", 24), Column.text("region", 16),
						Column.text("resource", 50), Column.word("from", 18, "verdict", Tone::ofVerdict),
						Column.word("to", 18, "verdict", Tone::ofVerdict)),
				ROWS.formatted("c." + this.book.words().messages().column("title")));
		Page page = this.book.begin(Tab.CHANGES, changes.widths());
		LocalDate before = this.book.night().comparedWith();
		if (before == null) {
			page.row().text(this.book.words().text("changes.first"));
			return;
		}
		page.row().text(this.book.words().text("changes.compared", before.toString()));
		if (changes.write(this.book, page)) {
			page.freeze(2);
		}
	}

}
