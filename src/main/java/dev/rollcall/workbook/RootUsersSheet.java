package dev.rollcall.workbook;

import java.util.List;

/** The root user of every account. */
final class RootUsersSheet {

	private final Book book;

	RootUsersSheet(Book book) {
		this.book = book;
	}

	void write() {
		Listing roots = new Listing("root_users", "root_user",
				List.of(Column.account(), Column.text("name", 26),
						Column.word("credentials", 18, "credentials", RootUsersSheet::toneOfCredentials),
						Column.word("mfa", 26, "mfa", RootUsersSheet::toneOfMfa), Column.flag("access-keys"),
						Column.flag("password"), Column.flag("certificates"), Column.time("last-used"),
						Column.word("status", 20, "status", Tone::ofStatus), Column.time("collected")),
				"""
						SELECT a.account_id, a.name, r.credentials, r.mfa, r.access_keys, s.password_present,
						  s.signing_certificates_present, r.last_used_at, c.status, c.collected_at
						FROM account a
						LEFT JOIN root_user r ON r.account_id = a.account_id
						LEFT JOIN account_summary s ON s.account_id = a.account_id
						LEFT JOIN coverage c ON c.account_id = a.account_id AND c.source = 'iam-root-user'
						ORDER BY CASE r.mfa WHEN 'NONE' THEN 1 WHEN 'UNKNOWN' THEN 2 ELSE 3 END,
						  r.access_keys DESC NULLS LAST, a.account_id""");
		Page page = this.book.beginEvidence(Tab.ROOT_USERS, roots.widths());
		if (roots.write(this.book, page)) {
			page.freeze(2);
		}
	}

	private static Tone toneOfCredentials(String credentials) {
		return switch (credentials) {
			case "REMOVED" -> Tone.GOOD;
			case "UNKNOWN" -> Tone.UNKNOWN;
			default -> Tone.PLAIN;
		};
	}

	private static Tone toneOfMfa(String mfa) {
		return switch (mfa) {
			case "NONE" -> Tone.BAD;
			case "UNKNOWN" -> Tone.UNKNOWN;
			default -> Tone.PLAIN;
		};
	}

}
