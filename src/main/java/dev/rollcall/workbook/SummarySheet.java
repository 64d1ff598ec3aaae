package dev.rollcall.workbook;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Row;
import org.jspecify.annotations.Nullable;

/** Where we stand, by CSF Function and Category, and by control. */
final class SummarySheet {

	/**
	 * The unit of counting: a control with its primary Subcategory in an account, by its
	 * worst verdict there.
	 */
	private static final String UNITS = """
			WITH unit AS (
			  SELECT control_id, %s AS subcategory, account_id,
			    min(CASE verdict WHEN 'NON_COMPLIANT' THEN 1 WHEN 'INSUFFICIENT_DATA' THEN 2 WHEN 'COMPLIANT' THEN 3
			        ELSE 4 END) AS worst
			  FROM finding GROUP BY 1, 2, 3
			)
			SELECT %s AS grouped, count(DISTINCT control_id), count(*) FILTER (WHERE worst = 3),
			  count(*) FILTER (WHERE worst = 1), count(*) FILTER (WHERE worst = 2), count(*) FILTER (WHERE worst = 4)
			FROM unit GROUP BY 1 ORDER BY 1""";

	private final Database database;

	private final NightFacts night;

	private final Messages messages;

	SummarySheet(Database database, NightFacts night, Messages messages) {
		this.database = database;
		this.night = night;
		this.messages = messages;
	}

	void write(Page page) {
		page.widths(36, 66, 12, 14, 14, 16, 16, 12, 14);
		page.title(this.messages.text("summary.title", this.night.framework().version().number()));
		page.row().text(this.messages.text("summary.formula"));
		page.row().text(this.messages.text("summary.unknown-share"));
		page.heading(this.messages.text("summary.categories"));
		page.table(headers("category", "name"));
		Map<String, Counts> functions = counts("substr(subcategory, 1, 2)");
		Map<String, Counts> categories = counts("substr(subcategory, 1, 5)");
		String function = "";
		for (String category : this.night.framework().categories()) {
			if (!category.startsWith(function) || function.isEmpty()) {
				function = category.substring(0, 2);
				line(page, function, name(function), functions.get(function));
			}
			line(page, category, name(category), categories.get(category));
		}
		controls(page);
	}

	private String name(String functionOrCategory) {
		return this.night.framework().name(functionOrCategory).in(this.messages.language());
	}

	private Map<String, Counts> counts(String group) {
		Map<String, Counts> counts = new HashMap<>();
		this.database.query(UNITS.formatted(this.night.csfColumn(), group),
				(row) -> counts.put(row.requiredText(1), Counts.of(row, 2)));
		return counts;
	}

	private void line(Page page, String id, String name, @Nullable Counts counts) {
		page.row().text(id).text(name);
		if (counts == null) {
			page.number(0).text(this.messages.text("summary.not-assessed"), Tone.NOTHING);
			return;
		}
		counts.write(page);
	}

	private void controls(Page page) {
		page.heading(this.messages.text("summary.controls"));
		page.table(headers("control", "title"));
		Map<String, Counts> counts = counts("control_id");
		this.database.query("SELECT control_id, %s, severity FROM control ORDER BY control_id"
			.formatted(this.messages.column("title")), (row) -> {
				page.row()
					.text(row.text(1))
					.text(row.text(2) + "  (" + this.messages.text("severity." + row.text(3)) + ")");
				Counts found = counts.get(row.requiredText(1));
				if (found != null) {
					found.write(page);
				}
			});
	}

	private String[] headers(String first, String second) {
		return new String[] { this.messages.text("column." + first), this.messages.text("column." + second),
				this.messages.text("column.controls"), this.messages.text("verdict.COMPLIANT"),
				this.messages.text("verdict.NON_COMPLIANT"), this.messages.text("verdict.INSUFFICIENT_DATA"),
				this.messages.text("verdict.NOT_APPLICABLE"), this.messages.text("column.score"),
				this.messages.text("column.unknown") };
	}

	private record Counts(long controls, long compliant, long nonCompliant, long unknown, long notApplicable) {

		static Counts of(Row row, int from) {
			return new Counts(row.number(from), row.number(from + 1), row.number(from + 2), row.number(from + 3),
					row.number(from + 4));
		}

		void write(Page page) {
			page.number(this.controls)
				.number(this.compliant)
				.number(this.nonCompliant)
				.number(this.unknown)
				.number(this.notApplicable)
				.share(ratio(this.compliant, this.compliant + this.nonCompliant))
				.share(ratio(this.unknown, this.compliant + this.nonCompliant + this.unknown));
		}

		/** Empty where there is nothing to divide by: neither 0 nor 100%. */
		private static @Nullable Double ratio(long part, long whole) {
			return (whole > 0) ? (double) part / whole : null;
		}

	}

}
