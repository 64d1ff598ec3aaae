package dev.rollcall.ddl;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that make three databases over an output: {@code rollcall_files} with
 * the tables as they lie, {@code rollcall} with the latest full attempt of each date, and
 * {@code rollcall_latest} with the latest of those. Applied again, or by a later version,
 * they take the place of what was there; no file is touched.
 */
public final class Script {

	/** The tables as they lie: rows of unfinished runs and of every attempt are there. */
	static final String FILES = "rollcall_files";

	/** Each date once. */
	static final String NIGHTS = "rollcall";

	/** One night. */
	static final String LATEST = "rollcall_latest";

	private final Dialect dialect;

	private final List<Table> tables;

	/**
	 * Puts a script together.
	 * @param tables all datasets, {@code run} among them
	 */
	public Script(Dialect dialect, List<Table> tables) {
		this.dialect = dialect;
		this.tables = List.copyOf(tables);
	}

	/** The statements in order, without what ends them. */
	public List<String> statements() {
		List<String> statements = new ArrayList<>(this.dialect.session());
		List.of(FILES, NIGHTS, LATEST).forEach((database) -> statements.addAll(this.dialect.database(database)));
		this.tables.forEach((table) -> statements.addAll(this.dialect.table(FILES, table)));
		for (View view : views()) {
			statements.addAll(this.dialect.view(view));
		}
		return statements;
	}

	/** The same as a text: each ends with a semicolon, and no other one is in it. */
	public String text() {
		StringBuilder text = new StringBuilder();
		statements().forEach((statement) -> text.append(statement).append(";\n\n"));
		return text.toString();
	}

	/** How many tables the script makes. */
	public int tableCount() {
		return this.tables.size();
	}

	/** How many views it makes of them. */
	public int viewCount() {
		return views().size();
	}

	private List<View> views() {
		List<View> views = new ArrayList<>();
		for (Table table : this.tables) {
			views.add(isRun(table) ? View.of(NIGHTS, table) : View.chosen(NIGHTS, table.name(), table));
			if (isRun(table)) {
				views.add(View.chosen(NIGHTS, "night", table));
			}
			views.add(View.chosen(LATEST, table.name(), table));
		}
		return views;
	}

	private static boolean isRun(Table table) {
		return table.name().equals("run");
	}

}
