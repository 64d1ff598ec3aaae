package dev.rollcall.workbook;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.rollcall.dataset.Row;

/** How each verdict and each number comes about, so that anybody can do it again. */
final class MethodSheet {

	private final Book book;

	MethodSheet(Book book) {
		this.book = book;
	}

	void write() {
		Words words = this.book.words();
		Page page = this.book.begin(FixedTab.METHOD, 34, 100, 12, 10, 34, 44, 50, 12, 12, 100, 68);
		page.heading(words.text("method.numbers"));
		page.note(words.text("method.units"));
		page.table("Rollcall_queries", List.of(words.text("column.figure"), words.text("column.query")));
		Reproduction.queries(this.book.frameworks().leading())
			.forEach((figure, query) -> page.row().text(words.text("figure." + figure)).wrapped(query));
		page.endTable();
		page.heading(words.text("method.controls"));
		page.table("Rollcall_method",
				Stream
					.of("control", "title", "severity", "version", "sources", "permissions", "remedy", "csf20", "csf11",
							"sql", "sha256")
					.map((key) -> words.text("column." + key))
					.toList());
		this.book.database()
			.query("""
					SELECT control_id, %s, severity, version, sources, %s, csf20_primary, csf11_primary, sql, sql_sha256
					FROM control ORDER BY control_id""".formatted(words.messages().column("title"),
					words.messages().column("remediation")), (row) -> control(page.row(), row));
		page.endTable();
	}

	private void control(Page page, Row row) {
		Words words = this.book.words();
		List<String> sources = row.texts(5);
		TreeSet<String> permissions = new TreeSet<>();
		sources
			.forEach((source) -> permissions.addAll(this.book.night().permissions().getOrDefault(source, List.of())));
		page.anchor(row.text(1)).text(row.text(1)).wrapped(row.text(2));
		page.text(words.text("severity." + row.requiredText(3))).number(row.number(4));
		page.wrapped(String.join(", ", sources)).wrapped(String.join(", ", permissions)).wrapped(row.text(6));
		page.text(row.text(7)).text(row.text(8)).wrapped(row.text(9)).text(row.text(10));
	}

}
