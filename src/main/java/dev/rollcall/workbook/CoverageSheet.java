package dev.rollcall.workbook;

import dev.rollcall.dataset.Database;

/** Every cell with what became of it; gaps first. */
final class CoverageSheet {

	private static final int MOST = 200_000;

	private final Database database;

	private final Messages messages;

	CoverageSheet(Database database, Messages messages) {
		this.database = database;
		this.messages = messages;
	}

	void write(Page page) {
		page.widths(22, 15, 24, 16, 26, 44, 28, 14, 60, 40, 8, 8, 20);
		page.table(this.messages.text("column.status"), this.messages.text("column.account"),
				this.messages.text("column.name"), this.messages.text("column.region"),
				this.messages.text("column.source"), this.messages.text("column.operation"),
				this.messages.text("column.code"), this.messages.text("column.denied-by"),
				this.messages.text("column.message"), this.messages.text("column.request"),
				this.messages.text("column.calls"), this.messages.text("column.retries"),
				this.messages.text("column.collected"));
		this.database.query("""
				SELECT c.status, c.account_id, a.name, c.region, c.source, c.operation, c.error_code, c.denied_by,
				  c.error_message, c.request_id, c.calls, c.retries, c.collected_at
				FROM coverage c LEFT JOIN account a ON a.account_id = c.account_id
				ORDER BY CASE WHEN c.status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED') THEN 1 ELSE 2 END,
				  c.account_id, c.source, c.region
				LIMIT %d""".formatted(MOST),
				(row) -> page.row()
					.text(this.messages.text("status." + row.text(1)), Tone.ofStatus(row.requiredText(1)))
					.text(row.text(2))
					.text(row.text(3))
					.text(row.text(4))
					.text(row.text(5))
					.text(row.text(6))
					.text(row.text(7))
					.text(row.text(8))
					.text(row.text(9))
					.text(row.text(10))
					.number(row.number(11))
					.number(row.number(12))
					.time(row.time(13)));
		page.endTable(2);
		Truncation.say(page, this.messages, this.database.number("SELECT count(*) FROM coverage"), MOST);
	}

}
