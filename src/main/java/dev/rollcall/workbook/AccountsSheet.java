package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.rollcall.dataset.Row;

/** Every account by every control: the worst verdict there as a letter and a colour. */
final class AccountsSheet {

	private static final List<String> FIXED = List.of("account", "name", "state", "ou", "environment", "workload",
			"business-unit", "billing", "console", "compliant", "non-compliant", "insufficient", "score");

	private static final List<String> VERDICTS = List.of("NON_COMPLIANT", "INSUFFICIENT_DATA", "COMPLIANT",
			"NOT_APPLICABLE");

	private final Book book;

	private final List<String> controls = new ArrayList<>();

	AccountsSheet(Book book) {
		this.book = book;
	}

	void write() {
		this.book.database()
			.query("SELECT control_id FROM control ORDER BY control_id",
					(row) -> this.controls.add(row.requiredText(1)));
		Page page = this.book.begin(FixedTab.ACCOUNTS, widths());
		page.table("Rollcall_accounts", headers(), FIXED.size());
		int first = page.line() + 1;
		this.book.database().query("""
				WITH worst AS (
				  SELECT account_id, control_id, min(%s) AS rank FROM finding GROUP BY account_id, control_id
				), line AS (
				  SELECT a.account_id, count(*) FILTER (WHERE w.rank = 3) AS compliant,
				    count(*) FILTER (WHERE w.rank = 1) AS non_compliant,
				    count(*) FILTER (WHERE w.rank = 2) AS unknown,
				    list(coalesce(w.rank, 5) ORDER BY c.control_id) AS ranks
				  FROM account a CROSS JOIN control c
				  LEFT JOIN worst w ON w.account_id = a.account_id AND w.control_id = c.control_id
				  GROUP BY a.account_id
				)
				SELECT a.account_id, a.name, a.state, a.ou_path, a.environment, a.workload, a.business_unit, a.billing,
				  l.compliant, l.non_compliant, l.unknown, l.ranks
				FROM account a JOIN line l ON l.account_id = a.account_id
				ORDER BY a.ou_path NULLS LAST, a.account_id""".formatted(Counts.RANK), (row) -> line(page, row));
		page.endTable();
		page.signs(first, FIXED.size() - 1);
		page.freeze(2);
	}

	private int[] widths() {
		int[] widths = new int[FIXED.size() + this.controls.size()];
		Arrays.fill(widths, 5);
		int[] fixed = { 15, 26, 14, 30, 13, 14, 14, 13, 10, 11, 11, 11, 10 };
		System.arraycopy(fixed, 0, widths, 0, fixed.length);
		return widths;
	}

	private List<String> headers() {
		List<String> headers = new ArrayList<>();
		FIXED.forEach((key) -> headers.add(this.book.words().text("column." + key)));
		headers.addAll(this.controls);
		return headers;
	}

	private void line(Page page, Row row) {
		String id = row.requiredText(1);
		page.row().anchor(id).text(id).text(row.text(2));
		page.text(this.book.words().word("state", row.text(3)));
		for (int column = 4; column <= 8; column++) {
			page.text(row.text(column));
		}
		page.address(this.book.words().text("sign-in"), this.book.night().console(id));
		page.number(row.number(9)).number(row.number(10)).number(row.number(11));
		page.share(Counts.ratio(row.number(9), row.number(9) + row.number(10)));
		row.texts(12).forEach((rank) -> letter(page, Integer.parseInt(rank)));
	}

	private void letter(Page page, int rank) {
		if (rank > VERDICTS.size()) {
			page.centred("", Tone.PLAIN);
			return;
		}
		String verdict = VERDICTS.get(rank - 1);
		page.centred(this.book.words().text("letter." + verdict), Tone.ofVerdict(verdict));
	}

}
