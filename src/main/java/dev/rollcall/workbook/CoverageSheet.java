package dev.rollcall.workbook;

import java.util.List;

/** Every cell with what became of it; gaps first. */
final class CoverageSheet {

	private final Book book;

	CoverageSheet(Book book) {
		this.book = book;
	}

	void write() {
		Listing cells = new Listing("coverage", "coverage",
				List.of(Column.word("status", 20, "status", Tone::ofStatus), Column.account(), Column.text("name", 24),
						Column.text("region", 16), Column.word("source", 30, "source"), Column.text("operation", 44),
						Column.text("code", 28), Column.word("denied-by", 22, "denied-by"), Column.text("message", 60),
						Column.flag("expected"), Column.text("request", 40), Column.number("calls"),
						Column.number("retries"), Column.time("collected")),
				"""
						SELECT c.status, c.account_id, a.name, c.region, c.source, c.operation, c.error_code, c.denied_by,
						  c.error_message, CASE WHEN c.gap THEN c.expected END, c.request_id, c.calls, c.retries, c.collected_at
						FROM coverage c LEFT JOIN account a ON a.account_id = c.account_id
						ORDER BY CASE WHEN c.gap THEN 1 ELSE 2 END,
						  c.account_id, c.source, c.region""");
		Page page = this.book.begin(Tab.COVERAGE, cells.widths());
		if (cells.write(this.book, page)) {
			page.freeze(2);
		}
	}

}
