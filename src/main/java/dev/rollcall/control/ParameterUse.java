package dev.rollcall.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlText;
import dev.rollcall.input.Suggestion;
import tools.jackson.databind.JsonNode;

/**
 * Holds a control to its own parameters: wherever its statement reads the dataset
 * {@code parameter}, it says {@code control_id = '...'} and {@code name = '...'}, with
 * its id and a name that its front matter has.
 */
final class ParameterUse {

	private static final String DATASET = "parameter";

	private final Control control;

	private final SqlText text;

	private final Set<String> used = new TreeSet<>();

	private final Mistakes mistakes = new Mistakes();

	ParameterUse(Control control, SqlText text) {
		this.control = control;
		this.text = text;
	}

	/**
	 * Checks the statement.
	 * @throws BadInputException where it reads another control's parameter, one that it
	 * does not declare, or declares one that it does not read
	 */
	void check(SelectTree tree) {
		walk(tree.root());
		this.mistakes.refuse();
		Mistakes.forEach(this.control.parameters().keySet(), (declared) -> {
			if (!this.used.contains(declared)) {
				throw this.text.refuse("parameters." + declared + ": the statement does not read it");
			}
		});
	}

	private void walk(JsonNode node) {
		if (node.has("from_table")) {
			table(node.path("from_table")).ifPresent((table) -> this.mistakes.pass(() -> checkSelect(node, table)));
		}
		node.forEach(this::walk);
	}

	/** Where a select reads the dataset itself. */
	private static Optional<JsonNode> table(JsonNode from) {
		if (from.path("table_name").asString("").equalsIgnoreCase(DATASET)) {
			return Optional.of(from);
		}
		return from.has("left") ? table(from.path("left")).or(() -> table(from.path("right"))) : Optional.empty();
	}

	private void checkSelect(JsonNode select, JsonNode table) {
		int line = this.text.lineAt(Math.max(0, table.path("query_location").asInt(0)));
		List<String> ids = compared(select, "control_id");
		if (!ids.equals(List.of(this.control.id()))) {
			throw this.text.refuse(line, "parameter: control_id = '" + this.control.id()
					+ "' was expected in the same SELECT" + (ids.isEmpty() ? "" : ", there is " + ids));
		}
		List<String> names = compared(select, "name");
		if (names.size() != 1) {
			throw this.text.refuse(line, "parameter: one name = '...' was expected in the same SELECT");
		}
		String name = names.get(0);
		if (!this.control.parameters().containsKey(name)) {
			throw this.text.refuse(line,
					"parameter: '" + name + "' is not among the control's parameters" + suggestion(name));
		}
		this.used.add(name);
	}

	private String suggestion(String name) {
		Set<String> known = this.control.parameters().keySet();
		return known.isEmpty() ? ", it has none" : "; " + Suggestion.of(name, known);
	}

	/** The texts that a column is compared with in a select or its joins, not below. */
	private static List<String> compared(JsonNode select, String column) {
		List<String> texts = new ArrayList<>();
		addCompared(select.path("where_clause"), column, texts);
		addJoined(select.path("from_table"), column, texts);
		return texts.stream().distinct().toList();
	}

	private static void addJoined(JsonNode from, String column, List<String> texts) {
		if (from.has("left")) {
			addCompared(from.path("condition"), column, texts);
			addJoined(from.path("left"), column, texts);
			addJoined(from.path("right"), column, texts);
		}
	}

	private static void addCompared(JsonNode condition, String column, List<String> texts) {
		if (condition.path("type").asString("").equals("CONJUNCTION_AND")) {
			condition.path("children").forEach((child) -> addCompared(child, column, texts));
		}
		if (condition.path("type").asString("").equals("COMPARE_EQUAL")) {
			addText(condition.path("left"), condition.path("right"), column, texts);
			addText(condition.path("right"), condition.path("left"), column, texts);
		}
	}

	private static void addText(JsonNode reference, JsonNode constant, String column, List<String> texts) {
		JsonNode names = reference.path("column_names");
		if (names.path(names.size() - 1).asString("").equals(column) && constant.at("/value/value").isString()) {
			texts.add(constant.at("/value/value").asString());
		}
	}

}
