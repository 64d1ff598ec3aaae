package dev.rollcall.workbook;

import java.util.List;

/** Who can reach what from outside: the most exposed first. */
final class ExternalAccessSheet {

	private final Book book;

	ExternalAccessSheet(Book book) {
		this.book = book;
	}

	void write() {
		Listing findings = new Listing("external_access", "external_access",
				List.of(Column.word("exposure", 24, "exposure", Tone::ofExposure), Column.text("resource", 56),
						Column.text("resource-type", 24), Column.account(), Column.text("account-name", 24),
						Column.text("principal", 48), Column.text("principal-account", 16),
						Column.text("principal-name", 22), Column.list("actions", 44), Column.wrapped("condition", 30),
						Column.list("means", 18), Column.text("region", 16), Column.word("rcp", 20, "rcp"),
						Column.text("error", 20), Column.time("updated"), Column.text("analyzer", 60),
						Column.text("finding", 40)),
				"""
						SELECT e.exposure, e.resource, e.resource_type, e.resource_account, o.name, e.principal,
						  e.principal_account, p.name, list_sort(e.actions),
						  array_to_string(list_transform(map_entries(e.condition), lambda c: c.key || '=' || c.value), '; '),
						  list_sort(e.sources), e.region, e.rcp_restriction, e.error, e.updated_at, e.analyzer_arn,
						  e.finding_id
						FROM external_access e
						LEFT JOIN account o ON o.account_id = e.resource_account
						LEFT JOIN account p ON p.account_id = e.principal_account
						ORDER BY CASE e.exposure WHEN 'PUBLIC' THEN 1 WHEN 'OUTSIDE_ORGANIZATION' THEN 2 WHEN 'UNKNOWN' THEN 3
						    WHEN 'FEDERATED' THEN 4 WHEN 'SERVICE' THEN 5 ELSE 6 END,
						  e.resource_account, e.resource, e.principal, e.region, e.analyzer_arn, e.finding_id""");
		Page page = this.book.beginEvidence(Tab.EXTERNAL_ACCESS, findings.widths());
		if (findings.write(this.book, page)) {
			page.freeze(2);
		}
	}

}
