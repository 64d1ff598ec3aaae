package dev.rollcall.dataset;

import java.util.List;

/**
 * One of Trino's functions that DuckDB calls otherwise, or means otherwise: with these
 * one text runs on both.
 *
 * @param parameters their names, joined by commas
 * @param body the same in DuckDB
 */
public record Macro(String name, String parameters, String body) {

	/** All that shipped statements may need. */
	public static final List<Macro> ALL = List.of(
			new Macro("array_join", "texts, separator", "array_to_string(texts, separator)"),
			new Macro("cardinality", "elements", "len(elements)"),
			// DuckDB's own comes to null where the condition is null in every row.
			new Macro("count_if", "condition", "count(CASE WHEN condition THEN 1 END)"),
			new Macro("element_at", "entries, key", "entries[key]"));

	/**
	 * Makes it, in place of what was there.
	 * @param place the schema and a dot, or nothing
	 */
	public String statement(String place) {
		return "CREATE OR REPLACE MACRO %s%s(%s) AS %s".formatted(place, this.name, this.parameters, this.body);
	}

}
