package dev.rollcall.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Subcategory;
import dev.rollcall.dataset.Row;
import dev.rollcall.workbook.Assessment.Assessed;

/**
 * Every Subcategory of both versions: what assesses it and why, or why nothing does, and
 * what NIST links it to.
 */
final class CsfMapSheet {

	private final Book book;

	CsfMapSheet(Book book) {
		this.book = book;
	}

	void write() {
		Page page = this.book.begin(FixedTab.CSF_MAP, 14, 60, 24, 60, 60, 44, 60, 30);
		this.book.frameworks().versions().forEach((version) -> version(page, version));
	}

	private void version(Page page, CsfVersion version) {
		Words words = this.book.words();
		page.heading(words.text("csf-map.version", version.number()));
		page.table("Rollcall_csf_map_" + Frameworks.columns(version),
				Stream.of("subcategory", "outcome", "assessed", "primary", "secondary", "rules", "outside", "linked")
					.map((key) -> words.text("column." + key))
					.toList());
		Assessment assessment = new Assessment(this.book.database(), version);
		Map<String, StringJoiner> primary = primary(version);
		Map<String, StringJoiner> secondary = secondary(version);
		Map<String, StringJoiner> rules = rules(version);
		for (Subcategory subcategory : this.book.frameworks().framework(version).subcategories()) {
			String id = subcategory.id();
			Assessed assessed = assessment.of(id);
			page.row().anchor(subcategory.function()).anchor(subcategory.category()).anchor(id).text(id);
			page.wrapped(subcategory.outcome().in(words.messages().language()));
			assessed.write(page, words);
			page.wrapped(text(primary, id))
				.wrapped(text(secondary, id))
				.wrapped(text(rules, id))
				.wrapped((assessed == Assessed.SCORED) ? "" : unscored(subcategory, assessed))
				.wrapped(String.join(", ", this.book.frameworks().linked(version, id)));
		}
		page.endTable();
	}

	private String unscored(Subcategory subcategory, Assessed assessed) {
		if (subcategory.outside() != null) {
			return subcategory.outside().in(this.book.words().messages().language());
		}
		return this.book.words().text((assessed == Assessed.INFORMATIVE) ? "csf-map.informative" : "csf-map.nothing");
	}

	private static String text(Map<String, StringJoiner> texts, String id) {
		StringJoiner text = texts.get(id);
		return (text != null) ? text.toString() : "";
	}

	private Map<String, StringJoiner> primary(CsfVersion version) {
		return reasons("SELECT %1$s_primary, control_id, %1$s_reason FROM control ORDER BY control_id", version);
	}

	private Map<String, StringJoiner> secondary(CsfVersion version) {
		return reasons("""
				SELECT subcategory, control_id, %1$s_secondary_reasons[subcategory]
				FROM (SELECT control_id, %1$s_secondary_reasons, unnest(%1$s_secondary) AS subcategory FROM control)
				ORDER BY control_id""", version);
	}

	private Map<String, StringJoiner> reasons(String sql, CsfVersion version) {
		Map<String, StringJoiner> reasons = new HashMap<>();
		this.book.database().query(sql.formatted(Frameworks.columns(version)), (row) -> add(reasons, row));
		return reasons;
	}

	private void add(Map<String, StringJoiner> reasons, Row row) {
		reasons.computeIfAbsent(row.requiredText(1), (key) -> new StringJoiner("\n"))
			.add(row.text(2) + ": " + this.book.words().reason(row.text(3)));
	}

	private Map<String, StringJoiner> rules(CsfVersion version) {
		Map<String, StringJoiner> rules = new HashMap<>();
		this.book.database()
			.query("SELECT %s_primary, rule_identifier FROM config_rule_csf ORDER BY rule_identifier"
				.formatted(Frameworks.columns(version)),
					(row) -> rules.computeIfAbsent(row.requiredText(1), (key) -> new StringJoiner(", "))
						.add(row.requiredText(2)));
		return rules;
	}

}
