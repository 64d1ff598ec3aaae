package dev.rollcall.workbook;

import java.util.List;

/** AWS Config: rules, recorders, delivery channels and aggregators. */
final class AwsConfigSheet {

	private static final Listing RULES = new Listing("config_rules", "config_rule_compliance",
			List.of(Column.account(), Column.text("account-name", 26), Column.text("region", 16),
					Column.text("rule", 44), Column.word("compliance", 20, "verdict", Tone::ofVerdict),
					Column.text("rule-identifier", 44), Column.text("owner", 16), Column.number("resources"),
					Column.flag("capped"), Column.text("csf20", 12), Column.text("csf11", 12), Column.text("arn", 60)),
			"""
					SELECT r.account_id, a.name, r.region, r.rule_name, r.compliance, r.rule_identifier, r.owner,
					  r.non_compliant_resources, r.count_capped, m.csf20_primary, m.csf11_primary, r.rule_arn
					FROM config_rule_compliance r
					LEFT JOIN account a ON a.account_id = r.account_id
					LEFT JOIN config_rule_csf m ON m.rule_identifier = r.rule_identifier
					ORDER BY CASE r.compliance WHEN 'NON_COMPLIANT' THEN 1 WHEN 'INSUFFICIENT_DATA' THEN 2 ELSE 3 END,
					  r.account_id, r.region, r.rule_name""");

	private static final Listing RECORDERS = new Listing("config_recorders", "config_recorder",
			List.of(Column.account(), Column.text("account-name", 26), Column.text("region", 16),
					Column.text("recorder", 44), Column.flag("recording"), Column.text("last-status", 20),
					Column.text("last-error", 20), Column.flag("all-types"), Column.list("types", 30),
					Column.list("types-left-out", 30), Column.time("status-changed")),
			"""
					SELECT r.account_id, a.name, r.region, r.name, r.recording, r.last_status, r.last_error_code,
					  r.all_supported, list_sort(r.resource_types), list_sort(r.excluded_resource_types),
					  r.last_status_changed_at
					FROM config_recorder r LEFT JOIN account a ON a.account_id = r.account_id
					ORDER BY r.recording NULLS FIRST, r.account_id, r.region, r.name""");

	private static final Listing DELIVERIES = new Listing("config_deliveries", "config_delivery",
			List.of(Column.account(), Column.text("account-name", 26), Column.text("region", 16),
					Column.text("channel", 44), Column.text("last-status", 20), Column.text("bucket", 40),
					Column.text("last-error", 20), Column.time("last-success")),
			"""
					SELECT d.account_id, a.name, d.region, d.name, d.last_status, d.bucket, d.last_error_code,
					  d.last_success_at
					FROM config_delivery d LEFT JOIN account a ON a.account_id = d.account_id
					ORDER BY CASE d.last_status WHEN 'SUCCESS' THEN 2 ELSE 1 END, d.account_id, d.region, d.name""");

	private static final Listing AGGREGATORS = new Listing("config_aggregators", "config_aggregator",
			List.of(Column.account(), Column.text("account-name", 26), Column.text("region", 16),
					Column.text("aggregator", 44), Column.flag("whole-organization"), Column.flag("all-regions"),
					Column.list("regions", 30), Column.list("failed-sources", 40)),
			"""
					SELECT g.account_id, a.name, g.region, g.name, g.organization, g.all_regions, list_sort(g.regions),
					  list_sort(g.failed_sources)
					FROM config_aggregator g LEFT JOIN account a ON a.account_id = g.account_id
					ORDER BY g.account_id, g.region, g.name""");

	private final Book book;

	AwsConfigSheet(Book book) {
		this.book = book;
	}

	void write() {
		Page page = this.book.beginEvidence(Tab.AWS_CONFIG, RULES.widths());
		for (Listing listing : List.of(RULES, RECORDERS, DELIVERIES, AGGREGATORS)) {
			page.heading(this.book.words().text("heading." + listing.name()));
			listing.write(this.book, page);
		}
	}

}
