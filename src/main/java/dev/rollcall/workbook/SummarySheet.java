package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.csf.Framework;
import dev.rollcall.csf.Subcategory;
import dev.rollcall.workbook.Assessment.Assessed;

/** Where we stand: by Function, Category and Subcategory, and by control. */
final class SummarySheet {

	private static final List<String> COUNTS = List.of("controls", "compliant", "non-compliant", "insufficient",
			"not-applicable", "outside-units", "basis", "score", "unknown", "trend", "compared-units", "lost",
			"gained");

	private static final String FINDINGS = "findings";

	/** The sheets that a reader goes on to. */
	private static final List<String> PLACES = List.of(FINDINGS, "changes", "gaps", FixedTab.METHOD.key());

	private static final int SCORE = 11;

	private final Book book;

	private final Page page;

	private final Scores scores;

	private final Assessment assessment;

	SummarySheet(Book book) {
		this.book = book;
		this.page = book.page(FixedTab.SUMMARY);
		this.scores = new Scores(book.database(), book.frameworks().leading());
		this.assessment = new Assessment(book.database(), book.frameworks().leading());
	}

	void write() {
		Words words = this.book.words();
		this.page.widths(34, 66, 16, 14, 10, 11, 11, 11, 11, 11, 15, 30, 11, 11, 11, 11, 11);
		this.page.title(words.text("summary.title", this.book.frameworks().leading().number()));
		this.page.note(words.text("summary.formula"));
		this.page.note(words.text("summary.unknown-share", this.book.night().unknownLimit()));
		this.page.note(words.text("summary.words"));
		this.page.note(words.text("summary.change"));
		this.page.note(words.text("summary.signs"));
		this.page.note(compared());
		places();
		this.page.heading(words.text("summary.categories"));
		this.page.table("Rollcall_summary", headers("category", "name-or-outcome", "level", "assessed"));
		int first = this.page.line() + 1;
		categories();
		this.page.endTable();
		this.page.signs(first, SCORE);
		controls();
	}

	private String compared() {
		return (this.book.night().comparedWith() != null)
				? this.book.words().text("changes.compared", this.book.night().comparedWith().toString())
				: this.book.words().text("changes.first");
	}

	private void places() {
		this.page.row();
		this.book.tabs()
			.stream()
			.filter((tab) -> PLACES.contains(tab.key()))
			.forEach((tab) -> this.page.link(this.book.words().text("go", tab.name()), this.book.page(tab.key())));
	}

	private void categories() {
		Framework framework = this.book.frameworks().framework();
		String function = "";
		String category = "";
		for (Subcategory subcategory : framework.subcategories()) {
			if (!subcategory.function().equals(function)) {
				function = subcategory.function();
				line("FUNCTION", function, name(framework, function), this.assessment.within(function));
			}
			if (!subcategory.category().equals(category)) {
				category = subcategory.category();
				line("CATEGORY", category, name(framework, category), this.assessment.within(category));
			}
			line("SUBCATEGORY", subcategory.id(), subcategory.outcome().in(language()),
					this.assessment.of(subcategory.id()));
		}
	}

	private String name(Framework framework, String id) {
		return framework.name(id).in(language());
	}

	private String language() {
		return this.book.words().messages().language();
	}

	private void line(String level, String id, String name, Assessed assessed) {
		this.page.row().link(id, this.book.page(FixedTab.CSF_MAP), id).wrapped(name);
		this.page.text(this.book.words().text("level." + level));
		assessed.write(this.page, this.book.words());
		counts(level, id);
	}

	private void counts(String level, String id) {
		Scored scored = this.scores.of(level, id);
		if (scored == null) {
			COUNTS.forEach((key) -> this.page.text(""));
			return;
		}
		Counts counts = scored.counts();
		this.page.number(scored.controls())
			.number(counts.compliant())
			.number(counts.nonCompliant())
			.number(counts.unknown())
			.number(scored.notApplicable())
			.number(scored.outside())
			.centred(basis(level, id, scored.basis()), Tone.PLAIN);
		this.book.score(this.page, counts);
		this.page.share(counts.unknownShare()).trend(scored.change());
		compared(scored);
	}

	/** Nothing where there is no night to compare with. */
	private void compared(Scored scored) {
		boolean first = this.book.night().comparedWith() == null;
		for (long units : new long[] { scored.compared(), scored.lost(), scored.gained() }) {
			this.page.number(first ? null : units);
		}
	}

	/** On how many of its Subcategories the score of a Function or Category rests. */
	private String basis(String level, String id, long judged) {
		if (level.equals("SUBCATEGORY") || level.equals("CONTROL")) {
			return "";
		}
		long all = this.book.frameworks()
			.framework()
			.subcategories()
			.stream()
			.filter((subcategory) -> subcategory.id().startsWith(id))
			.count();
		return this.book.words().text("basis", judged, all);
	}

	private void controls() {
		Words words = this.book.words();
		this.page.heading(words.text("summary.controls"));
		this.page.table("Rollcall_controls", headers("control", "title", "severity", "assessed"));
		int first = this.page.line() + 1;
		this.book.database()
			.query("""
					SELECT control_id, %s, severity, coalesce(scored, true) AND control_id IN (
					  SELECT control_id FROM unit WHERE outside IS NULL) FROM control ORDER BY control_id"""
				.formatted(words.messages().column("title")), (row) -> {
					String id = row.requiredText(1);
					this.book.link(this.page.row(), id, FINDINGS, id).wrapped(row.text(2));
					this.page.text(words.text("severity." + row.requiredText(3)));
					(Boolean.TRUE.equals(row.flag(4)) ? Assessed.SCORED : Assessed.INFORMATIVE).write(this.page, words);
					counts("CONTROL", id);
				});
		this.page.endTable();
		this.page.signs(first, SCORE);
	}

	private List<String> headers(String... first) {
		List<String> headers = new ArrayList<>();
		for (String key : first) {
			headers.add(this.book.words().text("column." + key));
		}
		COUNTS.forEach((key) -> headers
			.add(key.equals("score") ? this.book.scoreHead() : this.book.words().text("column." + key)));
		return headers;
	}

}
