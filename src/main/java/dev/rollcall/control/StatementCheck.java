package dev.rollcall.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.rollcall.control.SelectTree.Expression;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.SqlText;

/**
 * Holds a statement to the columns that it must give, and to the tables that there are.
 */
final class StatementCheck {

	/** What a control's statement gives, in any order. */
	private static final List<String> FINDING = List.of("account_id", "region", "resource_id", "verdict", "reason");

	private final Database database;

	private final SqlText text;

	private final SelectTree tree;

	/**
	 * Parses a statement.
	 * @param database has all tables that it may read
	 * @throws BadInputException when it is not one query, or reads anything but evidence
	 */
	StatementCheck(Database database, SqlText text) {
		this.database = database;
		this.text = text;
		this.tree = SelectTree.parse(database, text);
		new EvidenceOnly(text).check(this.tree);
	}

	/**
	 * Checks a control's statement.
	 * @throws BadInputException when it does not give findings
	 */
	void expectFindings() {
		Map<String, String> given = columns(FINDING);
		new WrittenValues(this.text, this.tree).check();
		for (String column : FINDING) {
			expectType(column, "VARCHAR", given);
		}
	}

	/**
	 * Checks a projection's statement.
	 * @param types the columns that it must give, each with the name of its type
	 * @throws BadInputException when it does not
	 */
	void expect(Map<String, String> types) {
		Map<String, String> given = columns(List.copyOf(types.keySet()));
		types.forEach((column, type) -> expectType(column, type, given));
	}

	private Map<String, String> columns(List<String> expected) {
		Map<String, String> given = describe();
		TreeSet<String> missing = new TreeSet<>(expected);
		missing.removeAll(given.keySet());
		TreeSet<String> more = new TreeSet<>(given.keySet());
		more.removeAll(expected);
		if (!missing.isEmpty() || !more.isEmpty()) {
			throw this.text.refuse("the columns " + String.join(", ", expected) + " were expected; missing are "
					+ missing + ", too many are " + more);
		}
		return given;
	}

	private Map<String, String> describe() {
		try {
			return new LinkedHashMap<>(this.database.columnsOf(this.text.sql()));
		}
		catch (DatabaseException ex) {
			throw this.text.refused(String.valueOf(ex.getMessage()));
		}
	}

	private void expectType(String column, String expected, Map<String, String> given) {
		String type = given.getOrDefault(column, "nothing");
		if (!type.equals(expected)) {
			int line = this.tree.column(column)
				.stream()
				.map(Expression::offset)
				.filter((offset) -> offset >= 0)
				.findFirst()
				.map(this.text::lineAt)
				.orElse(1);
			throw this.text.refuse(line, column + ": the type " + expected + " was expected, it is " + type);
		}
	}

}
