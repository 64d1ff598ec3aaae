package dev.rollcall.export;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.dataset.Database;

/**
 * The accounts of a night in slices that are read one after another: a sort of all
 * findings at once would need more memory the more there are, and the longer their texts.
 */
final class AccountSlices {

	private static final long MOST_FINDINGS = 5_000;

	private final List<Slice> slices = new ArrayList<>();

	private String first = "";

	private String last = "";

	private long findings;

	private AccountSlices() {
	}

	/** Those of the findings, in order; an account is in one slice. */
	static List<Slice> of(Database database) {
		AccountSlices slices = new AccountSlices();
		database.query("SELECT account_id, count(*) FROM finding GROUP BY account_id ORDER BY account_id",
				(row) -> slices.add(row.requiredText(1), row.number(2)));
		slices.end();
		return slices.slices;
	}

	private void add(String account, long more) {
		if (this.findings + more > MOST_FINDINGS) {
			end();
		}
		this.first = (this.findings == 0) ? account : this.first;
		this.last = account;
		this.findings += more;
	}

	private void end() {
		if (this.findings > 0) {
			this.slices.add(new Slice(this.first, this.last));
		}
		this.findings = 0;
	}

	/** The accounts from one to another, both included. */
	record Slice(String first, String last) {

		/** Those of a dataset's rows that are about them. */
		String rows(String dataset) {
			return "SELECT * FROM %s WHERE account_id BETWEEN %s AND %s".formatted(dataset,
					Database.literal(this.first), Database.literal(this.last));
		}

	}

}
