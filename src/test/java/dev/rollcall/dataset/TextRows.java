package dev.rollcall.dataset;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What an engine answers, as text that tests can hold to another engine's. */
public final class TextRows {

	private TextRows() {
	}

	/** The rows of a query, each with its columns joined by {@code |}. */
	public static List<String> of(Connection connection, String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet results = statement.executeQuery(sql)) {
			while (results.next()) {
				List<String> cells = new ArrayList<>();
				for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
					cells.add(String.valueOf(results.getString(i)));
				}
				rows.add(String.join("|", cells));
			}
		}
		return rows;
	}

}
