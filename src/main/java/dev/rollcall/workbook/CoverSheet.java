package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whose night, which, whether it is complete, what is missing, and where to read on. */
final class CoverSheet {

	private static final int MOST_GAPS = 40;

	private final Book book;

	private final NightFacts night;

	private final Words words;

	private final Page page;

	CoverSheet(Book book) {
		this.book = book;
		this.night = book.night();
		this.words = book.words();
		this.page = book.page(FixedTab.COVER);
	}

	void write() {
		if (this.night.simulation() != null) {
			this.page.row().text(this.words.text("simulated"), Tone.BAD);
		}
		facts();
		completeness();
		gaps();
		new OutsideScores(this.book, this.page).write();
		contents();
		legend();
		this.page.heading(this.words.text("cover.verify"));
		this.page.note(this.words.text("cover.how-to-verify"));
		this.page.note(this.words.text("cover.how-to-render", this.night.snapshotDate().toString()));
	}

	private void facts() {
		this.page.heading(this.words.text("cover.night"));
		if (this.night.simulation() != null) {
			fact("simulation", this.night.simulation());
		}
		fact("organization", this.words.orNone(this.night.organizationId()));
		fact("management", this.words.orNone(this.night.managementAccount()));
		this.page.row().label(this.words.text("cover.date")).date(this.night.snapshotDate());
		fact("run", this.night.runId() + " / " + this.night.attempt());
		this.page.row().label(this.words.text("cover.started")).time(this.night.startedAt());
		this.book.database()
			.query("SELECT min(collected_at), max(collected_at) FROM coverage", (
					row) -> this.page.row().label(this.words.text("cover.window")).time(row.time(1)).time(row.time(2)));
		this.page.row().label(this.words.text("cover.regions")).wrapped(String.join(", ", this.night.regions()));
		fact("framework", "NIST CSF " + this.book.frameworks().leading().number());
		fact("tool", this.night.toolVersion());
		fact("deadlines", this.night.deadlines());
		controls("left-out-controls", "SELECT control_id FROM left_out_control ORDER BY control_id");
		controls("outdated-controls",
				"""
						SELECT control_id || ' (' || CAST(version AS varchar) || ' < ' || CAST(shipped_version AS varchar) || ')'
						FROM control WHERE shipped_version > version ORDER BY control_id""");
		fact("config", this.night.configSha256());
		fact("previous", this.words.orNone(this.night.previousManifestSha256()));
		fact("compared",
				this.words.orNone((this.night.comparedWith() != null) ? this.night.comparedWith().toString() : null));
	}

	/** Said only where there are any. */
	private void controls(String key, String sql) {
		List<String> controls = new ArrayList<>();
		this.book.database().query(sql, (row) -> controls.add(row.requiredText(1)));
		if (!controls.isEmpty()) {
			this.page.row().label(this.words.text("cover." + key)).wrapped(String.join(", ", controls));
		}
	}

	private void fact(String key, String value) {
		this.page.row().label(this.words.text("cover." + key)).text(value);
	}

	private void completeness() {
		this.page.heading(this.words.text("cover.completeness"));
		this.book.database().query("""
				SELECT count(*), count(*) FILTER (WHERE status IN ('READ', 'NOT_ENABLED')),
				  count(*) FILTER (WHERE gap),
				  count(*) FILTER (WHERE expected),
				  count(*) FILTER (WHERE status IN ('NOT_AVAILABLE', 'REGION_DISABLED', 'ACCOUNT_NOT_ACTIVE')),
				  count(*) FILTER (WHERE status = 'EXCLUDED')
				FROM coverage""", (row) -> {
			boolean complete = row.number(3) == row.number(4);
			this.page.row()
				.label(this.words.text("cover.answer"))
				.text(this.words.text(complete ? "cover.complete" : "cover.incomplete"),
						complete ? Tone.GOOD : Tone.BAD);
			if (this.night.partial()) {
				this.page.row().label("").text(this.words.text("cover.partial"), Tone.UNKNOWN);
			}
			count("cells", row.number(1));
			count("read", row.number(2));
			count("gaps", row.number(3));
			count("expected", row.number(4));
			count("nothing", row.number(5));
			count("excluded", row.number(6));
		});
		regionsOutside();
		count("accounts", this.book.database().number("SELECT count(*) FROM account"));
		count("unreached", this.book.database().number("SELECT count(*) FROM (" + this.night.unreached() + ")"));
		this.book.database()
			.query("""
					SELECT a.account_id, a.name FROM (%s) AS u JOIN account a ON a.account_id = u.account_id
					ORDER BY a.account_id LIMIT %d""".formatted(this.night.unreached(), MOST_GAPS),
					(row) -> this.page.row().label("").text(row.text(1), Tone.UNKNOWN).text(row.text(2)));
	}

	/** Said only where there are any: Regions that accounts use and that nobody asked. */
	private void regionsOutside() {
		this.book.database()
			.query("""
					SELECT string_agg(DISTINCT name, ', ' ORDER BY name), count(DISTINCT account_id) FROM account_region
					WHERE opt_status <> 'DISABLED' AND name NOT IN (SELECT region FROM coverage WHERE resource_id IS NULL)
					HAVING count(*) > 0""",
					(row) -> this.page.row()
						.label(this.words.text("cover.unasked"))
						.wrapped(this.words.text("cover.unasked-in", row.requiredText(1), row.number(2))));
	}

	private void count(String key, long number) {
		this.page.row().label(this.words.text("cover." + key)).number(number);
	}

	private void gaps() {
		this.page.heading(this.words.text("cover.missing"));
		long kinds = this.book.database().number("""
				SELECT count(*) FROM (SELECT DISTINCT source, status, operation, error_code, denied_by FROM coverage
				WHERE gap)""");
		if (kinds == 0) {
			this.page.row().text(this.words.text("cover.nothing-missing"));
			return;
		}
		this.page.table("Rollcall_missing",
				Stream.of("source", "status", "accounts", "operation", "code", "cells")
					.map((key) -> this.words.text("column." + key))
					.toList());
		this.book.database()
			.query("""
					SELECT source, status, count(DISTINCT account_id), operation,
					  coalesce(error_code, '') || coalesce(' / ' || denied_by, ''), count(*) AS cells
					FROM coverage WHERE gap
					GROUP BY source, status, operation, error_code, denied_by
					ORDER BY cells DESC, source, status, operation, error_code, denied_by
					LIMIT %d""".formatted(MOST_GAPS),
					(row) -> this.page.row()
						.text(this.words.word("source", row.text(1)))
						.text(this.words.text("status." + row.text(2)), Tone.UNKNOWN)
						.number(row.number(3))
						.text(row.text(4))
						.text(row.text(5))
						.number(row.number(6)));
		this.page.endTable();
		if (kinds > MOST_GAPS) {
			this.page.row().text(this.words.text("cover.more-gaps", MOST_GAPS, kinds));
		}
	}

	private void contents() {
		this.page.heading(this.words.text("cover.contents"));
		this.book.tabs()
			.stream()
			.filter((tab) -> !tab.key().equals(FixedTab.COVER.key()))
			.forEach((tab) -> this.page.row().link(tab.name(), this.book.page(tab.key())).text(tab.note()));
	}

	private void legend() {
		this.page.heading(this.words.text("cover.legend"));
		for (String status : List.of("READ", "NOT_ENABLED", "NOT_AVAILABLE", "REGION_DISABLED", "ACCOUNT_NOT_ACTIVE",
				"EXCLUDED", "DENIED", "THROTTLED", "TIMED_OUT", "FAILED")) {
			legend(status, this.words.text("status." + status), Tone.ofStatus(status));
		}
		for (String verdict : List.of("COMPLIANT", "NON_COMPLIANT", "INSUFFICIENT_DATA", "NOT_APPLICABLE")) {
			legend(verdict, this.words.text("verdict." + verdict), Tone.ofVerdict(verdict));
		}
	}

	private void legend(String key, String word, Tone tone) {
		this.page.row()
			.text(this.words.text("letter." + key) + "  " + word, tone)
			.text(this.words.text("meaning." + key));
	}

}
