package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Row;

/**
 * Every account by every source: the worst status of its Regions as a letter, with how
 * many Regions have it where not all do.
 */
final class MatrixSheet {

	private static final int FIXED = 2;

	private final Book book;

	private final List<String> sources = new ArrayList<>();

	MatrixSheet(Book book) {
		this.book = book;
	}

	void write() {
		this.book.database()
			.query("SELECT DISTINCT source FROM coverage ORDER BY source",
					(row) -> this.sources.add(row.requiredText(1)));
		Page page = this.book.begin(FixedTab.MATRIX, widths());
		page.table("Rollcall_matrix", headers(), FIXED);
		this.book.database().query(sql(), (row) -> line(page, row));
		page.endTable();
		page.freeze(FIXED);
	}

	/** A column a source, as Accounts has one a control. */
	private String sql() {
		String letters = this.sources.stream()
			.map((source) -> ",\n    max(letter) FILTER (WHERE source = %s) AS \"%s\""
				.formatted(Database.literal(source), source))
			.collect(Collectors.joining());
		return """
				WITH ranked AS (
				  SELECT account_id, source, status, count(*) AS cells,
				    CASE status WHEN 'DENIED' THEN 1 WHEN 'FAILED' THEN 2 WHEN 'TIMED_OUT' THEN 3 WHEN 'THROTTLED' THEN 4
				      WHEN 'NOT_ENABLED' THEN 5 WHEN 'EXCLUDED' THEN 6 WHEN 'ACCOUNT_NOT_ACTIVE' THEN 7
				      WHEN 'READ' THEN 8 WHEN 'REGION_DISABLED' THEN 9 ELSE 10 END AS rank
				  FROM coverage GROUP BY account_id, source, status
				), worst AS (
				  SELECT account_id, source, arg_min(status, rank) AS status, arg_min(cells, rank) AS cells,
				    sum(cells) AS of_cells
				  FROM ranked GROUP BY account_id, source
				), shown AS (
				  SELECT account_id, source,
				    status || CASE WHEN cells < of_cells THEN ' ' || cells || '/' || of_cells ELSE '' END AS letter
				  FROM worst
				), line AS (
				  SELECT account_id%s
				  FROM shown GROUP BY account_id
				)
				SELECT a.account_id, a.name, l.* EXCLUDE (account_id)
				FROM account a LEFT JOIN line l ON l.account_id = a.account_id
				ORDER BY a.ou_path NULLS LAST, a.account_id"""
			.formatted(letters);
	}

	private int[] widths() {
		int[] widths = new int[FIXED + this.sources.size()];
		Arrays.fill(widths, 9);
		widths[0] = 15;
		widths[1] = 26;
		return widths;
	}

	private List<String> headers() {
		Words words = this.book.words();
		List<String> headers = new ArrayList<>(List.of(words.text("column.account"), words.text("column.name")));
		this.sources.forEach((source) -> headers.add(words.word("source", source)));
		return headers;
	}

	private void line(Page page, Row row) {
		String id = row.requiredText(1);
		page.row().link(id, this.book.page(FixedTab.ACCOUNTS), id).text(row.text(2));
		for (int i = 1; i <= this.sources.size(); i++) {
			String status = row.text(FIXED + i);
			letter(page, ((status != null) ? status : "").split(" ", 2));
		}
	}

	private void letter(Page page, String[] statusAndShare) {
		String status = statusAndShare[0];
		if (status.isEmpty()) {
			page.centred("", Tone.PLAIN);
			return;
		}
		String share = (statusAndShare.length > 1) ? " " + statusAndShare[1] : "";
		page.centred(this.book.words().text("letter." + status) + share, Tone.ofStatus(status));
	}

}
