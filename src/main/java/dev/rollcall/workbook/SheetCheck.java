package dev.rollcall.workbook;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.control.StatementCheck;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Suggestion;

/** Holds a listing's statement to the columns that the listing shows. */
final class SheetCheck {

	private final Database database;

	private final Messages messages;

	private final Set<String> missing;

	/**
	 * Creates a check.
	 * @param database has an empty table for each dataset, and the functions
	 * @param missing datasets that have none because of a mistake of their own
	 */
	SheetCheck(Database database, Messages messages, Set<String> missing) {
		this.missing = Set.copyOf(missing);
		this.database = database;
		this.messages = messages;
	}

	/**
	 * Checks a listing that has all words that it may use.
	 * @throws dev.rollcall.input.BadInputException when the statement reads no dataset,
	 * or lacks a column
	 */
	void check(Listing listing) {
		StatementCheck statement = new StatementCheck(this.database, listing.statement());
		if (statement.reads().stream().anyMatch(this.missing::contains)) {
			return;
		}
		Map<String, String> given = statement.columns();
		if (!statement.reads().contains(listing.dataset())) {
			throw listing.refuse("dataset", "'" + listing.dataset() + "' is not what the statement reads; it reads "
					+ new TreeSet<>(statement.reads()));
		}
		Set<String> heads = new HashSet<>();
		Mistakes.all(() -> {
			Mistakes.forEach(listing.columns(), (column) -> {
				checkColumn(listing, column, given);
				checkHead(column, heads);
			});
			refuseUnshown(listing, given);
		}, () -> checkOrder(listing));
	}

	private void checkHead(Column column, Set<String> heads) {
		if (!heads.add(head(column))) {
			throw column.refuse("another column has the head '" + column.head(this.messages) + "' too");
		}
	}

	private void checkColumn(Listing listing, Column column, Map<String, String> given) {
		String type = given.get(column.name());
		if (type == null) {
			throw column.refuse("the statement gives no such column; " + Suggestion.of(column.name(), given.keySet()));
		}
		if (!column.kind().takes(type)) {
			throw column.refuse("the statement gives it as %s; for the kind %s, %s was expected".formatted(type,
					column.kind().key(), column.kind().expected()));
		}
		String words = column.words();
		if (words != null && !listing.words().containsKey(words) && !this.messages.hasWords(words)) {
			throw column
				.refuse("there are no words '" + words + "'; a list of that name was expected below the key 'words'");
		}
		for (String other : column.by()) {
			if (!given.containsKey(other)) {
				throw column.refuse("by: the statement gives no column '" + other + "'");
			}
		}
	}

	private String head(Column column) {
		if (column.head() == null && this.messages.find(column.headKey()).isEmpty()) {
			throw column.refuse("has no head; 'head: {en: ..., ja: ...}' was expected");
		}
		return column.head(this.messages);
	}

	/** A column that nothing shows is most probably a mistake in a name. */
	private static void refuseUnshown(Listing listing, Map<String, String> given) {
		Set<String> unshown = new TreeSet<>(given.keySet());
		listing.columns().forEach((column) -> {
			unshown.remove(column.name());
			column.by().forEach(unshown::remove);
		});
		if (!unshown.isEmpty()) {
			throw listing.refuse("columns", "none shows what the statement gives as " + unshown);
		}
	}

	/**
	 * The first rows are the ones that everybody sees, and must be the same each time.
	 */
	private void checkOrder(Listing listing) {
		try {
			this.database.columnsOf(listing.unordered());
			this.database.columnsOf(listing.statement().sql() + "\nLIMIT 1");
		}
		catch (DatabaseException ex) {
			throw listing.statement()
				.refuse("a last line ORDER BY was expected, the rows first that matter most, and nothing behind it");
		}
	}

}
