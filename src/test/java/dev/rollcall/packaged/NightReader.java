package dev.rollcall.packaged;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what a night left behind with DuckDB, as an analyst does. */
public final class NightReader {

	private final Path output;

	public NightReader(Path output) {
		this.output = output;
	}

	/**
	 * The rows of a query, each with its columns joined by {@code |}. A dataset is
	 * written as {@code {coverage}}.
	 */
	public List<String> rows(String sql) throws SQLException {
		return query(sql.replaceAll("\\{(\\w+)}", read("$1")));
	}

	/** The rows of a query on what is committed: nothing of runs that died. */
	public List<String> committedRows(String sql) throws SQLException {
		return query(sql.replaceAll("\\{(\\w+)}",
				"(FROM " + read("$1") + " SEMI JOIN (FROM " + read("run") + ") USING (run_id))"));
	}

	private String read(String dataset) {
		return "read_parquet('" + this.output + "/" + dataset + "/**/*.parquet', hive_types = {'snapshot_date': DATE})";
	}

	private static List<String> query(String query) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = duckDb.createStatement()) {
			statement.execute("SET TimeZone='UTC'");
			try (ResultSet results = statement.executeQuery(query)) {
				while (results.next()) {
					rows.add(row(results));
				}
			}
		}
		return rows;
	}

	private static String row(ResultSet results) throws SQLException {
		List<String> cells = new ArrayList<>();
		for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
			cells.add(String.valueOf(results.getString(i)));
		}
		return String.join("|", cells);
	}

}
