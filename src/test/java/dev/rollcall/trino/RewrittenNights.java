package dev.rollcall.trino;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nights made of a published one, under other dates and ids: a real one is narrowed, or
 * dies, only in a real organization.
 */
final class RewrittenNights {

	private static final List<String> NO_DATASETS = List.of("manifests", "reports", "staging", "lease", "run");

	private final Path nights;

	private final String date;

	/**
	 * Takes the first attempt of a date.
	 */
	RewrittenNights(Path nights, String date) {
		this.nights = nights;
		this.date = date;
	}

	/** A night that flags narrowed, later than any other. */
	void narrowed(String day) throws IOException, SQLException {
		dead(day);
		rewrite("run/snapshot_date=" + this.date + "/attempt=1/run.parquet",
				"run/snapshot_date=" + day + "/attempt=1/run.parquet", day, ", true AS partial");
	}

	/** The files of a run that nobody committed. */
	void dead(String day) throws IOException, SQLException {
		for (Path dataset : directories(this.nights)) {
			String name = dataset.getFileName().toString();
			if (!NO_DATASETS.contains(name)) {
				Path run = directories(dataset.resolve("snapshot_date=" + this.date)).get(0);
				rewrite(this.nights.relativize(run) + "/part-00000.parquet",
						name + "/snapshot_date=" + day + "/run_id=" + id(day) + "/part-00000.parquet", day, "");
			}
		}
	}

	private static String id(String day) {
		return day.replace("-", "") + "t000000z-rewritten";
	}

	private static List<Path> directories(Path parent) throws IOException {
		try (Stream<Path> found = Files.list(parent)) {
			return found.filter(Files::isDirectory).sorted().toList();
		}
	}

	private void rewrite(String from, String to, String day, String replaced) throws IOException, SQLException {
		Files.createDirectories(this.nights.resolve(to).getParent());
		try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = duckDb.createStatement()) {
			statement.execute("SET TimeZone = 'UTC'");
			statement.execute("""
					COPY (SELECT * REPLACE ('%s' AS run_id%s)
					  FROM read_parquet('%s', hive_partitioning = false)) TO '%s' (FORMAT parquet)""".formatted(id(day),
					replaced, this.nights.resolve(from), this.nights.resolve(to)));
		}
	}

}
