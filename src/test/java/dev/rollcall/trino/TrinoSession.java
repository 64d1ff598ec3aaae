package dev.rollcall.trino;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.rollcall.dataset.TextRows;

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
		return TextRows.of(this.connection, sql);
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
