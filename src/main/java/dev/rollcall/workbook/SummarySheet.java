package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.csf.Framework;
import dev.rollcall.csf.Subcategory;
import org.jspecify.annotations.Nullable;

/** Where we stand: by Function, Category and Subcategory, and by control. */
final class SummarySheet {

	private static final List<String> COUNTS = List.of("controls", "compliant", "non-compliant", "insufficient",
			"not-applicable", "score", "before", "trend", "unknown");

	private static final String FINDINGS = "findings";

	/** The sheets that a reader goes on to. */
	private static final List<String> PLACES = List.of(FINDINGS, "changes", "gaps", FixedTab.METHOD.key());

	private static final int SCORE = 8;

	/** What is said where nothing was counted; a Subcategory may have a reason. */
	private static final String NO_CONTROL = "summary.not-assessed";

	private final Book book;

	private final Page page;

	private final Scores tonight;

	private final Scores before;

	SummarySheet(Book book) {
		this.book = book;
		this.page = book.page(FixedTab.SUMMARY);
		this.tonight = Scores.tonight(book.database(), book.frameworks().leading());
		this.before = Scores.before(book.database(), book.frameworks().leading(), book.night());
	}

	void write() {
		Words words = this.book.words();
		this.page.widths(34, 66, 16, 10, 11, 11, 11, 11, 11, 11, 11, 11);
		this.page.title(words.text("summary.title", this.book.frameworks().leading().number()));
		this.page.note(words.text("summary.formula"));
		this.page.note(words.text("summary.unknown-share"));
		this.page.note(words.text("summary.signs"));
		this.page.note(compared());
		places();
		this.page.heading(words.text("summary.categories"));
		this.page.table("Rollcall_summary", headers("category", "name", "level"));
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
				line("FUNCTION", function, name(framework, function), NO_CONTROL);
			}
			if (!subcategory.category().equals(category)) {
				category = subcategory.category();
				line("CATEGORY", category, name(framework, category), NO_CONTROL);
			}
			line("SUBCATEGORY", subcategory.id(), subcategory.outcome().in(language()),
					(subcategory.outside() != null) ? "csf-map.outside" : NO_CONTROL);
		}
	}

	private String name(Framework framework, String id) {
		return framework.name(id).in(language());
	}

	private String language() {
		return this.book.words().messages().language();
	}

	private void line(String level, String id, String name, String notAssessed) {
		this.page.row().link(id, this.book.page(FixedTab.CSF_MAP), id).wrapped(name);
		this.page.text(this.book.words().text("level." + level));
		counts(level, id, notAssessed);
	}

	private void counts(String level, String id, String notAssessed) {
		Counts counts = this.tonight.of(level, id);
		if (counts == null) {
			this.page.number(0L);
			for (int i = 1; i < COUNTS.size(); i++) {
				this.page.text((i == 1) ? this.book.words().text(notAssessed) : "", Tone.NOTHING);
			}
			return;
		}
		Counts earlier = this.before.of(level, id);
		this.page.number(counts.controls())
			.number(counts.compliant())
			.number(counts.nonCompliant())
			.number(counts.unknown())
			.number(counts.notApplicable())
			.share(counts.score())
			.share(score(earlier))
			.trend(counts.since(earlier))
			.share(counts.unknownShare());
	}

	private static @Nullable Double score(@Nullable Counts counts) {
		return (counts != null) ? counts.score() : null;
	}

	private void controls() {
		Words words = this.book.words();
		this.page.heading(words.text("summary.controls"));
		this.page.table("Rollcall_controls", headers("control", "title", "severity"));
		int first = this.page.line() + 1;
		this.book.database()
			.query("SELECT control_id, %s, severity FROM control ORDER BY control_id"
				.formatted(words.messages().column("title")), (row) -> {
					String id = row.requiredText(1);
					this.book.link(this.page.row(), id, FINDINGS, id).wrapped(row.text(2));
					this.page.text(words.text("severity." + row.requiredText(3)));
					counts("CONTROL", id, NO_CONTROL);
				});
		this.page.endTable();
		this.page.signs(first, SCORE);
	}

	private List<String> headers(String... first) {
		List<String> headers = new ArrayList<>();
		for (String key : first) {
			headers.add(this.book.words().text("column." + key));
		}
		COUNTS.forEach((key) -> headers.add(this.book.words().text("column." + key)));
		return headers;
	}

}
