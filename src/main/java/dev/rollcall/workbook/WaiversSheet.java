package dev.rollcall.workbook;

import java.util.List;

/** Accepted findings: who accepted what until when, and what is wrong with it. */
final class WaiversSheet {

	private final Book book;

	WaiversSheet(Book book) {
		this.book = book;
	}

	void write() {
		Listing waivers = new Listing("waivers", "waiver",
				List.of(Column.word("waiver-state", 18, "waiver-state", Tone::ofWaiver), Column.anchored("waiver", 20),
						Column.text("control", 34), Column.wrapped("scope", 44), Column.text("owner", 24),
						Column.wrapped("why", 50), Column.text("ticket", 16), Column.date("granted"),
						Column.date("expires"), Column.number("findings"), Column.flag("unused"),
						Column.flag("over-broad")),
				"""
						SELECT state, waiver_id, control_id, scope, owner, reason, ticket, granted_on,
						  expires_on, findings, unused, over_broad
						FROM waiver
						ORDER BY CASE state WHEN 'EXPIRED' THEN 1 WHEN 'ENDING' THEN 2 WHEN 'ACTIVE' THEN 3 ELSE 4 END,
						  expires_on, waiver_id""");
		Page page = this.book.begin(Tab.WAIVERS, waivers.widths());
		if (waivers.write(this.book, page)) {
			page.freeze(2);
		}
	}

}
