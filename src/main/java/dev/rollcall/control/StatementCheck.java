package dev.rollcall.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.rollcall.control.SelectTree.Expression;
import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.dataset.Schema;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlText;

/**
 * Holds a statement to the columns that it must give, and to the tables that there are.
 */
public final class StatementCheck {

	/** What a control's statement gives, in any order. */
	private static final List<String> FINDING = List.of("account_id", "region", "resource_id", "verdict", "reason");

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

	private final Database database;

	private final SqlText text;

	private final SelectTree tree;

	/**
	 * Parses a statement.
	 * @param database has all tables that it may read
	 * @throws BadInputException when it is not one query, or reads anything but evidence
	 */
	public StatementCheck(Database database, SqlText text) {
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
		Mistakes.all(() -> new WrittenValues(this.text, this.tree).check(),
				() -> Mistakes.forEach(FINDING, (column) -> expectType(column, "VARCHAR", given)));
	}

	/**
	 * Refuses a control that reads what is made only when controls have judged.
	 * @param later such datasets
	 */
	void expectEvidence(Set<String> later) {
		Mistakes.forEach(reads(), (read) -> {
			if (later.contains(read)) {
				throw refuse(read, "'" + read + "' is made when all controls have judged; evidence was expected");
			}
		});
	}

	/**
	 * Holds a control to its own parameters.
	 * @throws BadInputException where it reads others, or leaves out one of its own
	 */
	void expectParameters(Control control) {
		new ParameterUse(control, this.text).check(this.tree);
	}

	/**
	 * Holds a control to the dates whose age it limits, where it names some.
	 * @throws BadInputException where the statement does not look at one
	 */
	void expectAge(Control control) {
		if (control.age() instanceof Age.Dates dates) {
			new AgeUse(this.database, this.text, this.tree).check(dates);
		}
	}

	/**
	 * The dataset that the statement makes.
	 * @throws BadInputException when it gives what no dataset has
	 */
	Schema schema(String dataset) {
		List<Column> columns = new ArrayList<>();
		columns().forEach((name, type) -> {
			if (!NAME.matcher(name).matches()) {
				throw refuseColumn(name, "a name in small letters was expected: ... AS name");
			}
			columns.add(new Column(name,
					ColumnType.ofSql(type)
						.orElseThrow(() -> refuseColumn(name,
								"one of the types " + ColumnType.allSql() + " was expected, it is " + type))));
		});
		return new Schema(dataset, columns);
	}

	/** The datasets that the statement reads. */
	public Set<String> reads() {
		return this.tree.tables().keySet();
	}

	/** The statement. */
	SqlText text() {
		return this.text;
	}

	/** What to say of the statement as a whole. */
	BadInputException refuse(String reason) {
		return this.text.refuse(reason);
	}

	/** What to say where the statement reads a dataset. */
	BadInputException refuse(String dataset, String reason) {
		return this.text.refuse(this.text.lineAt(this.tree.tables().getOrDefault(dataset, 0)), reason);
	}

	private Map<String, String> columns(List<String> expected) {
		Map<String, String> given = columns();
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

	/**
	 * The columns that the statement gives, each with the name of its type.
	 * @throws BadInputException when it does not fit the tables
	 */
	public Map<String, String> columns() {
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
			throw refuseColumn(column, "the type " + expected + " was expected, it is " + type);
		}
	}

	private BadInputException refuseColumn(String column, String reason) {
		int line = this.tree.column(column)
			.stream()
			.map(Expression::offset)
			.filter((offset) -> offset >= 0)
			.findFirst()
			.map(this.text::lineAt)
			.orElse(1);
		return this.text.refuse(line, column + ": " + reason);
	}

}
