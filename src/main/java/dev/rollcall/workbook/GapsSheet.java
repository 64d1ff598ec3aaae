package dev.rollcall.workbook;

import java.util.List;

import dev.rollcall.dataset.Row;

/**
 * What could not be read, which permission is missing and who can give it: with the
 * columns of a plan of action and milestones.
 */
final class GapsSheet {

	private final Book book;

	GapsSheet(Book book) {
		this.book = book;
	}

	void write() {
		Listing gaps = new Listing("gaps", "coverage",
				List.of(new Column("gap", 12, GapsSheet::number), Column.word("status", 14, "status", Tone::ofStatus),
						new Column("weakness", 48, GapsSheet::weakness), Column.account(), Column.text("name", 24),
						new Column("sources", 30, GapsSheet::sources), Column.list("regions", 30),
						Column.number("cells"), Column.text("permission", 40), Column.text("code", 26),
						Column.word("denied-by", 22, "denied-by"), new Column("contact", 34, GapsSheet::contact),
						new Column("remediation", 60, GapsSheet::remediation), Column.flag("expected"),
						Column.wrapped("message", 60)),
				"""
						SELECT row_number() OVER (ORDER BY bool_and(c.expected), count(*) DESC, c.account_id, c.operation,
						    c.error_code, c.status) AS number,
						  c.status, c.operation, c.account_id, min(a.name), list_sort(list(DISTINCT c.source)),
						  list_sort(list(DISTINCT c.region)), count(*),
						  CASE WHEN c.status = 'DENIED' THEN c.operation END, c.error_code,
						  CASE WHEN c.status = 'DENIED' THEN coalesce(c.denied_by, 'UNKNOWN') END AS denied_by,
						  coalesce(CASE WHEN c.status = 'DENIED' THEN coalesce(c.denied_by, 'UNKNOWN') END, c.status),
						  coalesce(CASE WHEN c.status = 'DENIED' THEN coalesce(c.denied_by, 'UNKNOWN') END, c.status),
						  bool_and(c.expected), min(c.error_message)
						FROM coverage c LEFT JOIN account a ON a.account_id = c.account_id
						WHERE c.gap
						GROUP BY c.status, c.operation, c.account_id, c.error_code, c.denied_by, c.expected
						ORDER BY number""");
		Page page = this.book.begin(Tab.GAPS, gaps.widths());
		if (gaps.write(this.book, page)) {
			page.freeze(2);
		}
	}

	private static void number(Book book, Page page, Row row, int column) {
		page.text("GAP-%05d".formatted(row.number(column)));
	}

	private static void weakness(Book book, Page page, Row row, int column) {
		String operation = row.text(column);
		page.wrapped(book.words()
			.text("weakness." + row.requiredText(2),
					(operation != null) ? operation : book.words().text("weakness.read")));
	}

	private static void sources(Book book, Page page, Row row, int column) {
		page.wrapped(String.join(", ",
				row.texts(column).stream().map((source) -> book.words().word("source", source)).toList()));
	}

	private static void contact(Book book, Page page, Row row, int column) {
		page.wrapped(book.words().text("contact." + row.requiredText(column)));
	}

	private static void remediation(Book book, Page page, Row row, int column) {
		page.wrapped(book.words().text("remediation." + row.requiredText(column)));
	}

}
