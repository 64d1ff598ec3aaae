package dev.rollcall.workbook;

import java.util.List;

/** The words of the report, once each. */
final class GlossarySheet {

	private static final List<String> WORDS = List.of("source", "cell", "gap", "evidence", "control", "finding",
			"waiver", "unit", "score", "unknown", "scored", "informative", "outside", "snapshot-date", "attempt");

	private final Book book;

	GlossarySheet(Book book) {
		this.book = book;
	}

	void write() {
		Words words = this.book.words();
		Page page = this.book.begin(FixedTab.GLOSSARY, 26, 110);
		page.table("Rollcall_glossary", List.of(words.text("column.word"), words.text("column.meaning")));
		WORDS.forEach(
				(word) -> page.row().text(words.text("word." + word)).wrapped(words.text("word." + word + ".meaning")));
		page.endTable();
	}

}
