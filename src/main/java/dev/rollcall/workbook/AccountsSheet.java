package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.dataset.Database;
import org.jspecify.annotations.Nullable;

/**
 * Every account with what became of each source there: the worst status of its Regions as
 * a letter, with how many Regions have it where not all do.
 */
final class AccountsSheet {

	private static final int ID_COLUMNS = 2;

	private final Database database;

	private final Messages messages;

	AccountsSheet(Database database, Messages messages) {
		this.database = database;
		this.messages = messages;
	}

	void write(Page page) {
		List<String> sources = sources();
		page.widths(widths(sources.size()));
		page.table(3, headers(sources));
		Walk walk = new Walk(page, sources);
		this.database.query(
				"""
						WITH ranked AS (
						  SELECT account_id, source, status, count(*) AS cells,
						    CASE status WHEN 'DENIED' THEN 1 WHEN 'FAILED' THEN 2 WHEN 'TIMED_OUT' THEN 3 WHEN 'THROTTLED' THEN 4
						      WHEN 'NOT_ENABLED' THEN 5 WHEN 'EXCLUDED' THEN 6 WHEN 'ACCOUNT_NOT_ACTIVE' THEN 7
						      WHEN 'READ' THEN 8 WHEN 'REGION_DISABLED' THEN 9 ELSE 10 END AS rank
						  FROM coverage GROUP BY account_id, source, status
						),
						worst AS (
						  SELECT account_id, source, arg_min(status, rank) AS status, arg_min(cells, rank) AS cells,
						    sum(cells) AS of_cells
						  FROM ranked GROUP BY account_id, source
						)
						SELECT a.account_id, a.name, a.state, a.ou_path, a.environment, w.source, w.status, w.cells, w.of_cells
						FROM account a LEFT JOIN worst w ON w.account_id = a.account_id
						ORDER BY a.ou_path NULLS LAST, a.account_id, w.source""",
				(row) -> {
					walk.account(row.requiredText(1), row.text(2), row.text(3), row.text(4), row.text(5));
					if (row.text(6) != null) {
						walk.cells.put(row.requiredText(6),
								new Worst(row.requiredText(7), row.number(8), row.number(9)));
					}
				});
		walk.end();
		page.endTable(ID_COLUMNS);
	}

	private List<String> sources() {
		List<String> sources = new ArrayList<>();
		this.database.query("SELECT DISTINCT source FROM coverage ORDER BY source",
				(row) -> sources.add(row.requiredText(1)));
		return sources;
	}

	private static int[] widths(int sources) {
		int[] widths = new int[5 + sources];
		Arrays.fill(widths, 11);
		widths[0] = 15;
		widths[2] = 13;
		widths[1] = 26;
		widths[3] = 34;
		return widths;
	}

	private String[] headers(List<String> sources) {
		List<String> headers = new ArrayList<>();
		for (String key : List.of("account", "name", "state", "ou", "environment")) {
			headers.add(this.messages.text("column." + key));
		}
		headers.addAll(sources);
		return headers.toArray(String[]::new);
	}

	private record Worst(String status, long cells, long ofCells) {

	}

	/** Puts the rows of an account into one line. */
	private final class Walk {

		private final Page page;

		private final List<String> sources;

		private final Map<String, Worst> cells = new HashMap<>();

		private @Nullable String current;

		Walk(Page page, List<String> sources) {
			this.page = page;
			this.sources = sources;
		}

		void account(String id, @Nullable String name, @Nullable String state, @Nullable String ou,
				@Nullable String environment) {
			if (id.equals(this.current)) {
				return;
			}
			end();
			this.current = id;
			this.page.row().text(id).text(name).text(state).text(ou).text(environment);
		}

		void end() {
			if (this.current == null) {
				return;
			}
			for (String source : this.sources) {
				Worst worst = this.cells.get(source);
				if (worst == null) {
					this.page.centred("", Tone.PLAIN);
					continue;
				}
				String letter = AccountsSheet.this.messages.text("letter." + worst.status());
				String share = (worst.cells() < worst.ofCells()) ? " " + worst.cells() + "/" + worst.ofCells() : "";
				this.page.centred(letter + share, Tone.ofStatus(worst.status()));
			}
			this.cells.clear();
		}

	}

}
