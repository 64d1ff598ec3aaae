package dev.rollcall.workbook;

import java.util.List;
import java.util.stream.Collectors;

/** Where each part of the organization stands, by each way in which it is split. */
final class RollupsSheet {

	private static final List<String> SPLITS = List.of("ou_path", "environment", "workload", "business_unit",
			"billing");

	private final Book book;

	RollupsSheet(Book book) {
		this.book = book;
	}

	void write() {
		Listing parts = new Listing("rollups", "finding",
				List.of(Column.word("split", 22, "split"), new Column("part", 44,
						(book, page, row, column) -> page
							.text((row.text(column) != null) ? row.text(column) : book.words().text("rollup.none"))),
						Column.number("accounts"), Column.number("compliant"), Column.number("non-compliant"),
						Column.number("insufficient"), Column.number("not-applicable"), Column.share("score"),
						Column.share("unknown")),
				sql());
		Page page = this.book.begin(Tab.ROLLUPS, parts.widths());
		int before = page.line() + 2;
		if (parts.write(this.book, page)) {
			page.signs(before, 7);
			page.freeze(2);
		}
	}

	private String sql() {
		String splits = SPLITS.stream()
			.map((split) -> "SELECT '%s' AS split, %d AS nth, %s AS part, account_id FROM account".formatted(split,
					SPLITS.indexOf(split), split))
			.collect(Collectors.joining("\nUNION ALL "));
		return """
				SELECT split, part, accounts, compliant, non_compliant, unknown, not_applicable,
				  compliant, compliant + non_compliant, unknown, compliant + non_compliant + unknown
				FROM (
				  SELECT s.split, s.nth, s.part, count(DISTINCT s.account_id) AS accounts,
				    count(*) FILTER (WHERE u.worst = 3) AS compliant, count(*) FILTER (WHERE u.worst = 1) AS non_compliant,
				    count(*) FILTER (WHERE u.worst = 2) AS unknown, count(*) FILTER (WHERE u.worst = 4) AS not_applicable
				  FROM (%s) AS s
				  LEFT JOIN (SELECT control_id, %s AS subcategory, account_id, min(%s) AS worst
				    FROM finding GROUP BY 1, 2, 3) AS u ON u.account_id = s.account_id
				  GROUP BY s.split, s.nth, s.part) AS parts
				ORDER BY nth, part NULLS LAST"""
			.formatted(splits, this.book.csfColumn(), Counts.RANK);
	}

}
