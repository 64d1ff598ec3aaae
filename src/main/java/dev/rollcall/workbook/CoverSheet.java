package dev.rollcall.workbook;

import java.util.Arrays;
import java.util.List;

import dev.rollcall.dataset.Database;
import org.jspecify.annotations.Nullable;

/** Whose night, which, whether it is complete, and what is missing. */
final class CoverSheet {

	private static final int MOST_GAPS = 40;

	/**
	 * Accounts that should have answered and did not at all; their tags are the
	 * organization's answer, not theirs.
	 */
	private static final String UNREACHED = """
			SELECT account_id FROM coverage WHERE source <> 'account-tags' GROUP BY account_id
			HAVING count(*) FILTER (WHERE status IN ('READ', 'NOT_ENABLED')) = 0
			AND count(*) FILTER (WHERE status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')) > 0""";

	private final Database database;

	private final NightFacts night;

	private final Messages messages;

	CoverSheet(Database database, NightFacts night, Messages messages) {
		this.database = database;
		this.night = night;
		this.messages = messages;
	}

	void write(Page page) {
		page.widths(50, 34, 22, 48, 40, 12);
		page.title(this.messages.text("cover.title"));
		page.row().text(this.messages.text("cover.subtitle"));
		facts(page);
		completeness(page);
		gaps(page);
		legend(page);
	}

	private void facts(Page page) {
		page.heading(this.messages.text("cover.night"));
		if (this.night.simulation() != null) {
			fact(page, "simulation", this.night.simulation());
		}
		fact(page, "organization", orNone(this.night.organizationId()));
		fact(page, "management", orNone(this.night.managementAccount()));
		fact(page, "date", this.night.snapshotDate().toString());
		fact(page, "run", this.night.runId() + " / " + this.night.attempt());
		page.row().label(this.messages.text("cover.started")).time(this.night.startedAt());
		this.database.query("SELECT min(collected_at), max(collected_at) FROM coverage",
				(row) -> page.row().label(this.messages.text("cover.window")).time(row.time(1)).time(row.time(2)));
		fact(page, "regions", String.join(", ", this.night.regions()));
		fact(page, "framework", "NIST CSF " + this.night.framework().version().number());
		fact(page, "tool", this.night.toolVersion());
		fact(page, "output", this.night.output());
		fact(page, "deadlines", this.night.deadlines());
		fact(page, "config", this.night.configSha256());
		fact(page, "previous", orNone(this.night.previousManifestSha256()));
	}

	private void fact(Page page, String key, String value) {
		page.row().label(this.messages.text("cover." + key)).text(value);
	}

	private String orNone(@Nullable String value) {
		return (value != null) ? value : this.messages.text("none");
	}

	private void completeness(Page page) {
		page.heading(this.messages.text("cover.completeness"));
		this.database.query("""
				SELECT count(*), count(*) FILTER (WHERE status IN ('READ', 'NOT_ENABLED')),
				  count(*) FILTER (WHERE status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')),
				  count(*) FILTER (WHERE expected),
				  count(*) FILTER (WHERE status IN ('NOT_AVAILABLE', 'REGION_DISABLED', 'ACCOUNT_NOT_ACTIVE')),
				  count(*) FILTER (WHERE status = 'EXCLUDED')
				FROM coverage""", (row) -> {
			boolean complete = row.number(3) == row.number(4);
			page.row()
				.label(this.messages.text("cover.answer"))
				.text(this.messages.text(complete ? "cover.complete" : "cover.incomplete"),
						complete ? Tone.GOOD : Tone.BAD);
			if (this.night.partial()) {
				page.row().label("").text(this.messages.text("cover.partial"), Tone.UNKNOWN);
			}
			count(page, "cells", row.number(1));
			count(page, "read", row.number(2));
			count(page, "gaps", row.number(3));
			count(page, "expected", row.number(4));
			count(page, "nothing", row.number(5));
			count(page, "excluded", row.number(6));
		});
		count(page, "accounts", this.database.number("SELECT count(*) FROM account"));
		count(page, "unreached", this.database.number("SELECT count(*) FROM (" + UNREACHED + ")"));
		this.database.query("""
				SELECT a.account_id, a.name FROM (%s) AS u JOIN account a ON a.account_id = u.account_id
				ORDER BY a.account_id LIMIT %d""".formatted(UNREACHED, MOST_GAPS),
				(row) -> page.row().label("").text(row.text(1), Tone.UNKNOWN).text(row.text(2)));
	}

	private void count(Page page, String key, long number) {
		page.row().label(this.messages.text("cover." + key)).number(number);
	}

	private void gaps(Page page) {
		page.heading(this.messages.text("cover.missing"));
		long kinds = this.database.number("""
				SELECT count(*) FROM (SELECT DISTINCT source, status, operation, error_code, denied_by FROM coverage
				WHERE status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED'))""");
		if (kinds == 0) {
			page.row().text(this.messages.text("cover.nothing-missing"));
			return;
		}
		page.table(headers("source", "status", "accounts", "operation", "code", "cells"));
		this.database.query("""
				SELECT source, status, count(DISTINCT account_id), coalesce(operation, ''),
				  coalesce(error_code, '') || coalesce(' / ' || denied_by, ''), count(*) AS cells
				FROM coverage WHERE status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')
				GROUP BY source, status, operation, error_code, denied_by ORDER BY cells DESC, source, status
				LIMIT %d""".formatted(MOST_GAPS),
				(row) -> page.row()
					.text(row.text(1))
					.text(this.messages.text("status." + row.text(2)), Tone.UNKNOWN)
					.number(row.number(3))
					.text(row.text(4))
					.text(row.text(5))
					.number(row.number(6)));
		if (kinds > MOST_GAPS) {
			page.row().text(this.messages.text("truncated", MOST_GAPS, kinds));
		}
	}

	private void legend(Page page) {
		page.heading(this.messages.text("cover.legend"));
		for (String status : List.of("READ", "NOT_ENABLED", "NOT_AVAILABLE", "REGION_DISABLED", "ACCOUNT_NOT_ACTIVE",
				"EXCLUDED", "DENIED", "THROTTLED", "TIMED_OUT", "FAILED")) {
			page.row()
				.text(this.messages.text("letter." + status) + "  " + this.messages.text("status." + status),
						Tone.ofStatus(status))
				.text(this.messages.text("meaning." + status));
		}
		for (String verdict : List.of("COMPLIANT", "NON_COMPLIANT", "INSUFFICIENT_DATA", "NOT_APPLICABLE")) {
			page.row()
				.text(this.messages.text("verdict." + verdict), Tone.ofVerdict(verdict))
				.text(this.messages.text("meaning." + verdict));
		}
	}

	private String[] headers(String... keys) {
		return Arrays.stream(keys).map((key) -> this.messages.text("column." + key)).toArray(String[]::new);
	}

}
