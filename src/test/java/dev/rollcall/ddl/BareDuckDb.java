package dev.rollcall.ddl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.dataset.TextRows;

/** A DuckDB that knows nothing of Rollcall but the script of {@code ddl}. */
public final class BareDuckDb implements AutoCloseable {

	private final Connection connection;

	private BareDuckDb(Connection connection) {
		this.connection = connection;
	}

	/** One with the views of some tables over an output. */
	public static BareDuckDb over(Path output, List<Table> tables) throws SQLException {
		Set<String> present = tables.stream()
			.map(Table::name)
			.filter((name) -> Files.isDirectory(output.resolve(name)))
			.collect(Collectors.toSet());
		return of(new Script(new DuckDbDialect(new Location(output.toString()), null, present), tables).text());
	}

	/** One to which a script was applied. */
	public static BareDuckDb of(String script) throws SQLException {
		BareDuckDb duckDb = new BareDuckDb(DriverManager.getConnection("jdbc:duckdb:"));
		for (String statement : script.split(";")) {
			if (!statement.isBlank()) {
				duckDb.execute(statement);
			}
		}
		return duckDb;
	}

	/** Runs a statement for its effect. */
	public void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** The rows of a query, each with its columns joined by {@code |}. */
	public List<String> rows(String sql) throws SQLException {
		return TextRows.of(this.connection, sql);
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
