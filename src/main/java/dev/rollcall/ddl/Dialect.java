package dev.rollcall.ddl;

import java.util.List;

/** How an engine wants to be told what there is. */
public sealed interface Dialect permits AthenaDialect, TrinoDialect, DuckDbDialect {

	/** What a session is told first. */
	default List<String> session() {
		return List.of();
	}

	/** Makes a database, where there is none. */
	List<String> database(String name);

	/** Makes a table over a dataset's files, in place of what was there. */
	List<String> table(String database, Table table);

	/** Makes a view, in place of what was there. */
	List<String> view(View view);

}
