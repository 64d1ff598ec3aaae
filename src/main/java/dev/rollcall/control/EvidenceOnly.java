package dev.rollcall.control;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rollcall.input.SqlText;
import tools.jackson.databind.JsonNode;

/**
 * Refuses statements that read anything but the night's evidence: files, other databases,
 * the network, or the settings of the process. A control's text may come from anybody.
 */
final class EvidenceOnly {

	/** DuckDB takes any other name of a table for that of a file. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	/** DuckDB's own tables. */
	private static final Pattern CATALOG = Pattern.compile("(duckdb|pg|sqlite|pragma)_.*", Pattern.CASE_INSENSITIVE);

	/** What gives rows from a value, in DuckDB and in Trino. */
	private static final Set<String> TABLE_FUNCTIONS = Set.of("unnest");

	private static final Set<String> FUNCTIONS = Set.of("getenv", "current_setting", "getvariable", "nextval",
			"currval", "write_log", "set_config");

	private final SqlText text;

	EvidenceOnly(SqlText text) {
		this.text = text;
	}

	void check(SelectTree tree) {
		check(tree.root());
	}

	private void check(JsonNode node) {
		if (node.isObject()) {
			switch (node.path("type").asString("")) {
				case "BASE_TABLE" -> checkTable(node);
				case "TABLE_FUNCTION" -> checkTableFunction(node);
				case "SHOW_REF" ->
					throw refuse(node, "DESCRIBE, SHOW and SUMMARIZE are not taken: a query was expected");
				case "RECURSIVE_CTE_NODE" -> throw refuse(node, "WITH RECURSIVE is not taken: it need not end");
				case "FUNCTION" -> checkFunction(node);
				default -> {
				}
			}
		}
		node.forEach(this::check);
	}

	private void checkTable(JsonNode table) {
		String name = table.path("table_name").asString("");
		String schema = table.path("schema_name").asString("") + table.path("catalog_name").asString("");
		if (!schema.isEmpty() || !NAME.matcher(name).matches() || CATALOG.matcher(name).matches()) {
			throw refuse(table, "'" + name + "': the name of a dataset was expected; nothing else can be read");
		}
	}

	private void checkTableFunction(JsonNode table) {
		String name = table.at("/function/function_name").asString("").toLowerCase(Locale.ROOT);
		if (!TABLE_FUNCTIONS.contains(name)) {
			throw refuse(table, name + "(...): the name of a dataset was expected; nothing else can be read");
		}
	}

	private void checkFunction(JsonNode function) {
		String name = function.path("function_name").asString("").toLowerCase(Locale.ROOT);
		if (FUNCTIONS.contains(name)) {
			throw refuse(function, name + "(...): only evidence can be read");
		}
	}

	private RuntimeException refuse(JsonNode node, String reason) {
		JsonNode offset = node.path("query_location");
		return this.text.refuse(offset.canConvertToInt() ? this.text.lineAt(offset.asInt()) : 1, reason);
	}

}
