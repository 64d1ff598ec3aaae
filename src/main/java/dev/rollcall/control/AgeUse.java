package dev.rollcall.control;

import java.util.Map;
import java.util.Set;

import dev.rollcall.dataset.Database;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlText;
import dev.rollcall.input.Suggestion;

/**
 * Holds a control to the dates that its front matter names: each is a date of a dataset
 * that the statement reads, and the statement looks at it.
 */
final class AgeUse {

	private static final Set<String> TYPES = Set.of("TIMESTAMP WITH TIME ZONE", "DATE");

	private final Database database;

	private final SqlText text;

	private final SelectTree tree;

	/**
	 * Creates a check.
	 * @param database has all tables that the statement may read
	 */
	AgeUse(Database database, SqlText text, SelectTree tree) {
		this.database = database;
		this.text = text;
		this.tree = tree;
	}

	/**
	 * Checks the dates.
	 * @throws dev.rollcall.input.BadInputException with a line for each that the
	 * statement does not read, or that is no date
	 */
	void check(Age.Dates age) {
		Mistakes.forEach(age.dates(), this::check);
	}

	private void check(Age.Date date) {
		Set<String> read = this.tree.tables().keySet();
		if (!read.contains(date.dataset())) {
			throw refuse(date, "the statement does not read '" + date.dataset() + "'; it reads " + read);
		}
		Map<String, String> columns = this.database.columnsOf("SELECT * FROM \"" + date.dataset() + '"');
		String type = columns.get(date.column());
		if (type == null) {
			throw refuse(date, "there is no such column; " + Suggestion.of(date.column(), columns.keySet()));
		}
		if (!TYPES.contains(type)) {
			throw refuse(date, "a date was expected, its type is " + type);
		}
		if (!this.tree.names(date.column())) {
			throw refuse(date, "the statement does not look at it");
		}
	}

	private RuntimeException refuse(Age.Date date, String reason) {
		return this.text.refuse(Age.KEY + ": '" + date + "': " + reason);
	}

}
