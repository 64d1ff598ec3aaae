package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rollcall.control.Verdict;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Row;

/** Every account by every control: the worst verdict there as a letter and a colour. */
final class AccountsSheet {

	private static final List<String> FIXED = List.of("account", "name", "state", "ou", "environment", "workload",
			"business-unit", "billing", "console", "compliant", "non-compliant", "insufficient", "outside-units",
			"score");

	/** Where the counts of units begin, from 1, and whether anything was read. */
	private static final int FIRST_COUNT = 9;

	/** Why the unit is unknown. */
	private static final int UNPLACED = 14;

	/** Where the ranks of the controls begin, from 1; one that is 0 has no verdict. */
	private static final int FIRST_RANK = 15;

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
		this.book.database().query(sql(), (row) -> line(page, row));
		page.endTable();
		page.signs(first, FIXED.size() - 1);
		page.freeze(2);
	}

	/**
	 * A column a control: an aggregate of so many numbers an account stays small, where
	 * ordered lists of them outgrow the memory at 10,000 accounts.
	 */
	private String sql() {
		String ranks = this.controls.stream()
			.map((control) -> ",\n    min(%s) FILTER (WHERE control_id = %s) AS \"%s\""
				.formatted(Verdict.rank("verdict"), Database.literal(control), control))
			.collect(Collectors.joining());
		return """
				WITH worst AS (
				  SELECT account_id%s
				  FROM finding GROUP BY account_id
				), counted AS (
				  SELECT account_id, count_if(outside IS NULL AND verdict = 'COMPLIANT') AS compliant,
				    count_if(outside IS NULL AND verdict = 'NON_COMPLIANT') AS non_compliant,
				    count_if(outside IS NULL AND verdict = 'INSUFFICIENT_DATA') AS insufficient,
				    count_if(outside IS NOT NULL) AS outside_units
				  FROM unit WHERE csf_version = %s GROUP BY account_id
				)
				SELECT a.account_id, a.name, a.state, a.ou_path, a.environment, a.workload, a.business_unit, a.billing,
				  c.compliant, c.non_compliant, c.insufficient, c.outside_units, a.account_id IN (%s), a.unplaced_reason,
				  w.* EXCLUDE (account_id)
				FROM account a
				LEFT JOIN worst w ON w.account_id = a.account_id
				LEFT JOIN counted c ON c.account_id = a.account_id
				ORDER BY a.ou_path NULLS LAST, a.account_id"""
			.formatted(ranks, Database.literal(this.book.frameworks().leading().number()),
					this.book.night().unreached());
	}

	private int[] widths() {
		int[] widths = new int[FIXED.size() + this.controls.size()];
		Arrays.fill(widths, 5);
		int[] fixed = { 15, 26, 14, 30, 13, 14, 14, 13, 10, 11, 11, 11, 11, 30 };
		System.arraycopy(fixed, 0, widths, 0, fixed.length);
		return widths;
	}

	private List<String> headers() {
		List<String> headers = new ArrayList<>();
		FIXED.forEach((key) -> headers
			.add(key.equals("score") ? this.book.scoreHead() : this.book.words().text("column." + key)));
		headers.addAll(this.controls);
		return headers;
	}

	private void line(Page page, Row row) {
		String id = row.requiredText(1);
		page.row().anchor(id).text(id).text(row.text(2));
		page.text(this.book.words().word("state", row.text(3)));
		page.text((row.text(4) != null) ? row.text(4) : this.book.words().reason(row.text(UNPLACED)));
		for (int column = 5; column <= 8; column++) {
			page.text(row.text(column));
		}
		page.address(this.book.words().text("sign-in"), this.book.night().console(id));
		List<Long> ranks = IntStream.range(0, this.controls.size())
			.mapToObj((i) -> row.number(FIRST_RANK + i))
			.toList();
		Counts counts = Counts.of(row, FIRST_COUNT);
		page.number(counts.compliant())
			.number(counts.nonCompliant())
			.number(counts.unknown())
			.number(row.number(FIRST_COUNT + 3));
		score(page, counts, Boolean.TRUE.equals(row.flag(FIRST_COUNT + 4)));
		ranks.forEach((rank) -> letter(page, rank.intValue()));
	}

	/** What others answer about an account that was not read is no score of its own. */
	private void score(Page page, Counts counts, boolean unreached) {
		if (unreached) {
			page.text(this.book.words().text("score.not-determined", counts.unknown(), counts.all()));
		}
		else {
			this.book.score(page, counts);
		}
	}

	private void letter(Page page, int rank) {
		if (rank == 0) {
			page.centred("", Tone.PLAIN);
			return;
		}
		String verdict = Verdict.ofRank(rank).name();
		page.centred(this.book.words().text("letter." + verdict), Tone.ofVerdict(verdict));
	}

}
