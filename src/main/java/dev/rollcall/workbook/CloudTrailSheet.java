package dev.rollcall.workbook;

import java.util.List;

/** CloudTrail: every trail, and which account is covered where. */
final class CloudTrailSheet {

	private static final Listing TRAILS = new Listing("trails", "trail",
			List.of(Column.account(), Column.text("account-name", 26), Column.text("region", 16),
					Column.text("trail", 40), Column.flag("logging"),
					Column.word("management-events", 20, "management-events"), Column.flag("multi-region"),
					Column.flag("organization-trail"), Column.flag("validation"), Column.flag("data-events"),
					Column.text("bucket", 36), Column.text("kms", 36), Column.text("last-error", 20),
					Column.time("last-success"), Column.text("arn", 60)),
			"""
					SELECT t.account_id, a.name, t.region, t.name, t.logging, t.management_events, t.multi_region,
					  t.organization_trail, t.log_file_validation, t.data_events, t.bucket, t.kms_key_id,
					  t.latest_delivery_error, t.latest_delivery_at, t.arn
					FROM trail t LEFT JOIN account a ON a.account_id = t.account_id
					ORDER BY t.organization_trail DESC NULLS LAST, t.account_id, t.region, t.arn""");

	private static final Listing COVERED = new Listing("trail_coverage", "trail_coverage",
			List.of(Column.account(), Column.text("account-name", 26), Column.text("region", 16),
					Column.list("trails", 40), Column.flag("covered"),
					Column.word("management-events", 20, "management-events"), Column.list("trail-accounts", 16)),
			"""
					SELECT t.account_id, a.name, t.region, list_sort(t.trail_arns), t.covered, t.management_events,
					  list_sort(t.trail_account_ids)
					FROM trail_coverage t LEFT JOIN account a ON a.account_id = t.account_id
					ORDER BY CASE WHEN NOT t.covered THEN 1 WHEN t.covered IS NULL THEN 2 ELSE 3 END, t.account_id,
					  t.region""");

	private final Book book;

	CloudTrailSheet(Book book) {
		this.book = book;
	}

	void write() {
		Page page = this.book.beginEvidence(Tab.CLOUDTRAIL, TRAILS.widths());
		page.heading(this.book.words().text("heading.trails"));
		TRAILS.write(this.book, page);
		page.heading(this.book.words().text("heading.trail_coverage"));
		COVERED.write(this.book, page);
	}

}
