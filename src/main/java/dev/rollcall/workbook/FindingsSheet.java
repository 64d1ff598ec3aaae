package dev.rollcall.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.dataset.Row;

/** Every verdict, worst first: a table to filter. */
final class FindingsSheet {

	private final Book book;

	/** Where the evidence of each control lies. */
	private final Map<String, Tab> evidence = new HashMap<>();

	FindingsSheet(Book book) {
		this.book = book;
	}

	void write() {
		this.book.database()
			.query("SELECT control_id, sources FROM control",
					(row) -> this.evidence.put(row.requiredText(1), Tab.ofSources(row.texts(2))));
		Listing findings = new Listing("findings", "finding",
				List.of(Column.verdict(), Column.word("severity", 11, "severity"),
						new Column("control", 34, this::control), Column.text("title", 46), Column.text("csf", 12),
						Column.account(), Column.text("name", 24), Column.text("environment", 14),
						Column.text("region", 16), Column.text("resource", 50), Column.reason("reason", 80),
						Column.date("first-seen"), Column.word("last-known", 18, "verdict"), Column.text("waiver", 20)),
				"""
						SELECT f.verdict, f.severity, f.control_id, c.%s, f.%s, f.account_id, a.name,
						  a.environment, f.region, f.resource_id, f.reason, f.first_seen_on,
						  f.last_known_verdict, f.waiver_id
						FROM finding f
						JOIN control c ON c.control_id = f.control_id
						JOIN account a ON a.account_id = f.account_id
						ORDER BY %s, CASE f.severity WHEN 'CRITICAL' THEN 1 WHEN 'HIGH' THEN 2 WHEN 'MEDIUM' THEN 3 ELSE 4 END,
						  f.control_id, f.account_id, f.region, f.resource_id"""
					.formatted(this.book.words().messages().column("title"), this.book.csfColumn(), Counts.RANK));
		Page page = this.book.begin(Tab.FINDINGS, findings.widths());
		if (findings.write(this.book, page)) {
			page.freeze(3);
		}
	}

	/** The control's id, which leads to the evidence of the account. */
	private void control(Book from, Page page, Row row, int column) {
		String id = row.requiredText(column);
		boolean unseen = "INSUFFICIENT_DATA".equals(row.text(1));
		Tab tab = unseen ? Tab.COVERAGE : this.evidence.getOrDefault(id, Tab.COVERAGE);
		page.anchor(id).link(id, from.page(tab), row.text(column + 3));
	}

}
