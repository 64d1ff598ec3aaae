package dev.rollcall.workbook;

import java.util.List;

/** Every Access Analyzer. */
final class AccessAnalyzerSheet {

	private final Book book;

	AccessAnalyzerSheet(Book book) {
		this.book = book;
	}

	void write() {
		Listing analyzers = new Listing("analyzers", "analyzer",
				List.of(Column.account(), Column.text("account-name", 26), Column.text("region", 16),
						Column.text("name", 30), Column.text("type", 26),
						Column.word("analyzer-status", 16, "analyzer-status", AccessAnalyzerSheet::tone),
						Column.text("status-reason", 36), Column.time("created"), Column.time("analyzed"),
						Column.text("arn", 70)),
				"""
						SELECT n.account_id, a.name, n.region, n.name, n.type, n.status, n.status_reason, n.created_at,
						  n.last_analyzed_at, n.arn
						FROM analyzer n LEFT JOIN account a ON a.account_id = n.account_id
						ORDER BY CASE n.status WHEN 'ACTIVE' THEN 2 ELSE 1 END, n.account_id, n.region, n.arn""");
		Page page = this.book.beginEvidence(Tab.ACCESS_ANALYZER, analyzers.widths());
		if (analyzers.write(this.book, page)) {
			page.freeze(1);
		}
	}

	private static Tone tone(String status) {
		return status.equals("ACTIVE") ? Tone.GOOD : Tone.BAD;
	}

}
