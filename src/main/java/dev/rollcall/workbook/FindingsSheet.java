package dev.rollcall.workbook;

import dev.rollcall.dataset.Database;

/** Every verdict, worst first: a table to filter. */
final class FindingsSheet {

	/** What Excel still filters with ease; the rest is in the Parquet. */
	private static final int MOST = 200_000;

	private final Database database;

	private final NightFacts night;

	private final Messages messages;

	FindingsSheet(Database database, NightFacts night, Messages messages) {
		this.database = database;
		this.night = night;
		this.messages = messages;
	}

	void write(Page page) {
		page.widths(20, 11, 30, 46, 12, 15, 24, 16, 46, 70);
		page.table(this.messages.text("column.verdict"), this.messages.text("column.severity"),
				this.messages.text("column.control"), this.messages.text("column.title"),
				this.messages.text("column.csf"), this.messages.text("column.account"),
				this.messages.text("column.name"), this.messages.text("column.region"),
				this.messages.text("column.resource"), this.messages.text("column.reason"));
		this.database.query("""
				SELECT f.verdict, f.severity, f.control_id, c.%s, f.%s, f.account_id, a.name, f.region, f.resource_id,
				  f.reason
				FROM finding f
				JOIN control c ON c.control_id = f.control_id
				JOIN account a ON a.account_id = f.account_id
				ORDER BY CASE f.verdict WHEN 'NON_COMPLIANT' THEN 1 WHEN 'INSUFFICIENT_DATA' THEN 2
				    WHEN 'COMPLIANT' THEN 3 ELSE 4 END,
				  CASE f.severity WHEN 'CRITICAL' THEN 1 WHEN 'HIGH' THEN 2 WHEN 'MEDIUM' THEN 3 ELSE 4 END,
				  f.control_id, f.account_id, f.region, f.resource_id
				LIMIT %d""".formatted(this.messages.column("title"), this.night.csfColumn(), MOST),
				(row) -> page.row()
					.text(this.messages.text("verdict." + row.text(1)), Tone.ofVerdict(row.requiredText(1)))
					.text(this.messages.text("severity." + row.text(2)))
					.text(row.text(3))
					.text(row.text(4))
					.text(row.text(5))
					.text(row.text(6))
					.text(row.text(7))
					.text(row.text(8))
					.text(row.text(9))
					.text(row.text(10)));
		page.endTable(3);
		Truncation.say(page, this.messages, this.database.number("SELECT count(*) FROM finding"), MOST);
	}

}
