package dev.rollcall.trino;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements to a Trino, and their rows as text. */
final class TrinoSession implements AutoCloseable {

	private final Connection connection;

	TrinoSession(Connection connection) {
		this.connection = connection;
	}

	/** Uses the tables of a database where a statement names none. */
	void use(String database) throws SQLException {
		this.connection.setSchema(database);
	}

	/** Applies a script as it was printed. */
	void apply(String script) throws SQLException {
		for (String statement : script.split(";")) {
			if (!statement.isBlank()) {
				execute(statement.strip());
			}
		}
	}

	void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + "\n" + sql, ex);
		}
	}

	/** The rows of a query, each with its columns joined by {@code |}. */
	List<String> rows(String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet results = statement.executeQuery(sql)) {
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

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
