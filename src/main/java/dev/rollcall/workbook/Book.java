package dev.rollcall.workbook;

import java.util.List;
import java.util.Map;

import dev.rollcall.dataset.Database;
import org.jspecify.annotations.Nullable;

/**
 * A workbook while it is filled: every sheet is there from the start, so that any may be
 * written first and link to any other.
 */
final class Book {

	private final Database database;

	private final NightFacts night;

	private final Words words;

	private final Frameworks frameworks;

	private final List<Tab> tabs;

	private final Map<String, Page> pages;

	private final int mostRows;

	/**
	 * Begins a workbook.
	 * @param tabs its sheets, in their order
	 * @param pages a page for each, by key
	 * @param mostRows of one table; the rest is in the Parquet
	 */
	Book(Database database, NightFacts night, Words words, Frameworks frameworks, List<Tab> tabs,
			Map<String, Page> pages, int mostRows) {
		this.database = database;
		this.night = night;
		this.words = words;
		this.frameworks = frameworks;
		this.tabs = List.copyOf(tabs);
		this.pages = Map.copyOf(pages);
		this.mostRows = mostRows;
	}

	Page page(FixedTab tab) {
		return page(tab.key());
	}

	Page page(String key) {
		Page page = this.pages.get(key);
		if (page == null) {
			throw new IllegalStateException("There is no sheet " + key);
		}
		return page;
	}

	/** Text that leads to a row of another sheet; that sheet may have been left out. */
	Page link(Page from, @Nullable String text, String sheet, @Nullable String anchor) {
		Page target = this.pages.get(sheet);
		return (target != null) ? from.link(text, target, anchor) : from.text(text);
	}

	/** A sheet with its title, what it is, and the way back to Summary. */
	Page begin(FixedTab tab, int... widths) {
		return begin(tab.key(), widths);
	}

	Page begin(String key, int... widths) {
		Tab tab = this.tabs.stream().filter((candidate) -> candidate.key().equals(key)).findFirst().orElseThrow();
		Page page = page(key).widths(widths);
		page.title(tab.title());
		page.note(tab.note());
		page.row().link(this.words.text("back"), page(FixedTab.SUMMARY));
		return page;
	}

	/** A score; where too much is unknown, how much, without colour. */
	void score(Page page, Counts counts) {
		if (counts.isDetermined(this.night.unknownLimit())) {
			page.share(counts.score());
		}
		else {
			page.text(this.words.text("score.not-determined", counts.unknown(), counts.all()));
		}
	}

	/** The head of scores, with the limit beside it. */
	String scoreHead() {
		return this.words.text("score.head", this.night.unknownLimit());
	}

	/** All sheets, in their order. */
	List<Tab> tabs() {
		return this.tabs;
	}

	int mostRows() {
		return this.mostRows;
	}

	Database database() {
		return this.database;
	}

	NightFacts night() {
		return this.night;
	}

	Words words() {
		return this.words;
	}

	Frameworks frameworks() {
		return this.frameworks;
	}

}
