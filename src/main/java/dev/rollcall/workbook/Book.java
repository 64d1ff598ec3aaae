package dev.rollcall.workbook;

import java.util.List;
import java.util.Map;

import dev.rollcall.dataset.Database;

/**
 * A workbook while it is filled: every sheet is there from the start, so that any may be
 * written first and link to any other.
 */
final class Book {

	private final Database database;

	private final NightFacts night;

	private final Words words;

	private final Frameworks frameworks;

	private final Map<Tab, Page> pages;

	private final int mostRows;

	/**
	 * Begins a workbook.
	 * @param mostRows of one table; the rest is in the Parquet
	 */
	Book(Database database, NightFacts night, Words words, Frameworks frameworks, Map<Tab, Page> pages, int mostRows) {
		this.database = database;
		this.night = night;
		this.words = words;
		this.frameworks = frameworks;
		this.pages = pages;
		this.mostRows = mostRows;
	}

	Page page(Tab tab) {
		Page page = this.pages.get(tab);
		if (page == null) {
			throw new IllegalStateException("There is no sheet " + tab);
		}
		return page;
	}

	/** A sheet with its title, what it is, and the way back to Summary. */
	Page begin(Tab tab, int... widths) {
		Page page = page(tab).widths(widths);
		page.title(this.words.text("title." + tab.key()));
		page.note(this.words.text("note." + tab.key()));
		page.row().link(this.words.text("back"), page(Tab.SUMMARY));
		return page;
	}

	/** A sheet of evidence. What nobody could look at is not on it, and it says so. */
	Page beginEvidence(Tab tab, int... widths) {
		Page page = begin(tab, widths);
		long[] unread = new long[1];
		this.database.query("SELECT source, count(*) FROM coverage WHERE gap GROUP BY source", (row) -> {
			if (Tab.ofSources(List.of(row.requiredText(1))) == tab) {
				unread[0] += row.number(2);
			}
		});
		if (unread[0] > 0) {
			page.row().text(this.words.text("evidence.unread", unread[0]), Tone.UNKNOWN);
		}
		return page;
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

	/** The findings' column that holds the leading version's Subcategory. */
	String csfColumn() {
		return Frameworks.columns(this.frameworks.leading()) + "_primary";
	}

}
