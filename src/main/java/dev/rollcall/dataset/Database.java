package dev.rollcall.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An embedded DuckDB that reads Parquet. Its memory is bounded; what does not fit goes to
 * a directory. Used by one thread.
 */
public final class Database implements AutoCloseable {

	/**
	 * Enough for a few accounts; sorts go to disk beyond it. The statement with most
	 * joins, {@code detective_coverage}, needs 80 for any of them.
	 */
	private static final long LEAST_MEGABYTES = 96;

	/**
	 * A sort on disk needs memory for a block of each run that it merges, and so as much
	 * as the square root of what it sorts. Measured with forty-six controls on findings
	 * as wide as their sheet, in a night's places and megabytes: 78 sufficed for 18,000
	 * and 76 did not, 150 for 72,000 and 130 did not.
	 */
	private static final double MEGABYTES_A_ROOT = 0.6;

	private final Connection connection;

	/**
	 * Opens a database without tables for something small.
	 * @param spills a directory for what does not fit into memory
	 */
	public Database(Path spills) {
		this(spills, 0);
	}

	/**
	 * Opens a database without tables.
	 * @param spills a directory for what does not fit into memory
	 * @param places how many accounts the data is about, times how many Regions
	 */
	public Database(Path spills, long places) {
		Properties settings = new Properties();
		settings.setProperty("memory_limit", megabytes(places) + "MB");
		settings.setProperty("threads", "1");
		settings.setProperty("preserve_insertion_order", "false");
		settings.setProperty("temp_directory", spills.toString());
		settings.setProperty("jdbc_stream_results", "true");
		settings.setProperty("autoinstall_known_extensions", "false");
		settings.setProperty("autoload_known_extensions", "false");
		try {
			this.connection = DriverManager.getConnection("jdbc:duckdb:", settings);
		}
		catch (SQLException ex) {
			throw new DatabaseException("Cannot open DuckDB", ex);
		}
		catch (LinkageError ex) {
			throw new DatabaseException(
					"Cannot unpack DuckDB's library into " + System.getProperty("java.io.tmpdir") + " and load it", ex);
		}
		NativeLibrary.delete(Path.of(System.getProperty("java.io.tmpdir")));
		execute("SET TimeZone='UTC'");
		Macro.ALL.forEach((macro) -> execute(macro.statement("")));
	}

	private static long megabytes(long places) {
		return LEAST_MEGABYTES + Math.round(MEGABYTES_A_ROOT * Math.sqrt(places));
	}

	/** Makes a dataset's files readable under its name. */
	public void view(Schema schema, Collection<Path> files) {
		if (files.isEmpty()) {
			execute("CREATE OR REPLACE VIEW \"%s\" AS SELECT %s WHERE false".formatted(schema.dataset(),
					nulls(schema.columns())));
			return;
		}
		execute("CREATE OR REPLACE VIEW \"%s\" AS SELECT %s FROM read_parquet([%s], hive_partitioning = false)"
			.formatted(schema.dataset(), schema.columnList(), literals(files)));
	}

	/** Makes a file readable under a name, with whatever columns it has. */
	public void view(String name, Path file) {
		execute("CREATE OR REPLACE VIEW \"%s\" AS SELECT * FROM %s".formatted(name, parquet(file)));
	}

	/**
	 * Makes files of an earlier night readable under a name of their own. A column that
	 * they do not have yet is null.
	 */
	public void viewEarlier(String name, Schema schema, Collection<Path> files) {
		viewEarlier(name, schema, files, Map.of());
	}

	/**
	 * The same where a column that the files do not have yet follows from those that they
	 * have.
	 * @param before the column's name to the SQL that makes it
	 */
	public void viewEarlier(String name, Schema schema, Collection<Path> files, Map<String, String> before) {
		String columns = schema.columns()
			.stream()
			.map((column) -> column(column, before.get(column.name())))
			.collect(Collectors.joining(", "));
		String rows = files.isEmpty() ? ""
				: " UNION ALL BY NAME FROM read_parquet([%s], hive_partitioning = false, union_by_name = true)"
					.formatted(literals(files));
		execute("CREATE OR REPLACE VIEW \"%s\" AS SELECT %s FROM (SELECT %s WHERE false%s)".formatted(name, columns,
				nulls(schema.columns()), rows));
	}

	private static String column(Column column, @Nullable String before) {
		String name = '"' + column.name() + '"';
		return (before != null) ? "coalesce(%s, %s) AS %s".formatted(name, before, name) : name;
	}

	private static String literals(Collection<Path> files) {
		return files.stream().map((file) -> literal(file.toString())).collect(Collectors.joining(", "));
	}

	/** Makes an empty table with a dataset's columns under its name. */
	public void table(Schema schema) {
		execute(schema.columns()
			.stream()
			.map((column) -> '"' + column.name() + "\" " + column.type().sql())
			.collect(Collectors.joining(", ", "CREATE TABLE \"" + schema.dataset() + "\" (", ")")));
	}

	private static String nulls(List<Column> columns) {
		return columns.stream()
			.map((column) -> "CAST(NULL AS %s) AS \"%s\"".formatted(column.type().sql(), column.name()))
			.collect(Collectors.joining(", "));
	}

	/** A text as SQL writes it. */
	public static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/** Runs a statement for its effect. */
	public void execute(String sql) {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage(), ex);
		}
	}

	/**
	 * Reads the rows of a query one by one, in bounded memory.
	 * @param parameters the values of the query's question marks
	 */
	public void query(String sql, List<?> parameters, RowReader reader) {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.size(); i++) {
				statement.setObject(i + 1, parameters.get(i));
			}
			try (ResultSet results = statement.executeQuery()) {
				read(results, reader);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage(), ex);
		}
	}

	/**
	 * Reads the rows of a query that has no parameters. It is planned once; what is
	 * prepared is planned again when it runs.
	 */
	public void query(String sql, RowReader reader) {
		try (Statement statement = this.connection.createStatement(); ResultSet results = statement.executeQuery(sql)) {
			read(results, reader);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage(), ex);
		}
	}

	private static void read(ResultSet results, RowReader reader) throws SQLException {
		Row row = new Row(results);
		while (results.next()) {
			reader.read(row);
		}
	}

	/**
	 * The columns that a query would give, each with the name of its type; it is not run.
	 * @throws DatabaseException where it would fail, or give two columns of one name
	 */
	public Map<String, String> columnsOf(String sql) {
		Map<String, String> columns = new LinkedHashMap<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet described = statement.executeQuery("DESCRIBE " + sql)) {
			while (described.next()) {
				String name = described.getString("column_name");
				if (columns.put(name, described.getString("column_type")) != null) {
					throw new DatabaseException("two columns are named " + name, null);
				}
			}
			return columns;
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage(), ex);
		}
	}

	/**
	 * How a query is parsed, in DuckDB's JSON: {@code error} with a message and a
	 * position, or {@code statements}. Tables and columns need not be there.
	 */
	public String syntaxTree(String sql) {
		return text("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)", sql);
	}

	/** The query that {@link #syntaxTree} parses like this. */
	public String sqlOf(String syntaxTree) {
		return text("SELECT json_deserialize_sql(CAST(? AS JSON))", syntaxTree);
	}

	private String text(String sql, String parameter) {
		StringBuilder text = new StringBuilder();
		query(sql, List.of(parameter), (row) -> text.append(row.requiredText(1)));
		return text.toString();
	}

	/** The one number that a query gives. */
	public long number(String sql) {
		long[] number = new long[1];
		query(sql, (row) -> number[0] = row.number(1));
		return number[0];
	}

	/** How many rows a Parquet file holds; every value of each is decoded. */
	public long decode(Path file) {
		return number("SELECT count(*), bit_xor(hash(COLUMNS(*))) FROM " + parquet(file));
	}

	/** How many rows a Parquet file says that it holds. */
	public long rows(Path file) {
		return number("SELECT num_rows FROM parquet_file_metadata(" + literal(file.toString()) + ")");
	}

	/** A Parquet file as a query names it. */
	public static String parquet(Path file) {
		return "read_parquet(" + literal(file.toString()) + ", hive_partitioning = false)";
	}

	/**
	 * Writes what a query gives as a file of a dataset.
	 * @param sql gives the schema's columns, by name
	 * @return how many rows were written
	 */
	public long write(String sql, Schema schema, Path path) {
		try (ParquetFile file = new ParquetFile(path, schema)) {
			query("SELECT %s FROM (%s\n) ORDER BY %s".formatted(schema.columnList(), sql, schema.order()),
					(row) -> file.write(values(row, schema)));
			return file.rows();
		}
	}

	private static @Nullable Object[] values(Row row, Schema schema) {
		@Nullable Object[] values = new @Nullable Object[schema.columns().size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = row.value(i + 1, schema.columns().get(i).type());
		}
		return values;
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			throw new DatabaseException("Cannot close DuckDB", ex);
		}
	}

	/** Takes the rows of a query. */
	@FunctionalInterface
	public interface RowReader {

		void read(Row row);

	}

}
