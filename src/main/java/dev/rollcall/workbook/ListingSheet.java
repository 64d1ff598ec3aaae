package dev.rollcall.workbook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sheet that is made of listings.
 *
 * @param key what links call it: the file of its first listing
 * @param tables in their order; at least one
 */
record ListingSheet(String key, SheetText text, List<Listing> tables) {

	ListingSheet {
		tables = List.copyOf(tables);
	}

	Tab tab(String language) {
		return new Tab(this.key, this.text.order(), this.text.colour(), this.text.name().in(language),
				this.text.title().in(language), this.text.note().in(language));
	}

	/** What the sheet shows what was read of. */
	Set<String> sources() {
		Set<String> sources = new TreeSet<>();
		this.tables.forEach((table) -> sources.addAll(table.sources()));
		return sources;
	}

	/** The sheets that its rows lead to by name. */
	Set<String> links() {
		Set<String> links = new TreeSet<>();
		this.tables.forEach((table) -> links.addAll(table.links()));
		return links;
	}

	boolean leadsToEvidence() {
		return this.tables.stream().anyMatch(Listing::leadsToEvidence);
	}

}
