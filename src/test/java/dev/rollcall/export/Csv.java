package dev.rollcall.export;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a CSV with DuckDB, which knows nothing of how it was written. */
final class Csv {

	private Csv() {
	}

	/** The rows, each from column to text; null where there is nothing. */
	static List<Map<String, String>> rows(Path file) throws SQLException {
		List<Map<String, String>> rows = new ArrayList<>();
		try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = duckDb.createStatement();
				ResultSet results = statement.executeQuery("SELECT * FROM read_csv('" + file
						+ "', header = true, all_varchar = true, quote = '\"', escape = '\"', delim = ',',"
						+ " new_line = '\\r\\n', auto_detect = false, allow_quoted_nulls = false, columns = "
						+ columns() + ")")) {
			while (results.next()) {
				rows.add(row(results));
			}
		}
		return rows;
	}

	private static String columns() {
		List<String> columns = CsvColumn.ALL.stream().map((column) -> "'" + column.name() + "': 'VARCHAR'").toList();
		return "{" + String.join(", ", columns) + "}";
	}

	private static Map<String, String> row(ResultSet results) throws SQLException {
		Map<String, String> row = new LinkedHashMap<>();
		for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
			row.put(results.getMetaData().getColumnName(i), results.getString(i));
		}
		return row;
	}

}
