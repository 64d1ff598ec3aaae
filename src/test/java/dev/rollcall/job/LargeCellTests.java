package dev.rollcall.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The size of a cell is no matter of memory: 1.7 million rows in a heap of 512 MB with
 * {@code -Drollcall.soak=true}, else a tenth of them in a heap that could not hold them.
 */
@Tag("once")
class LargeCellTests {

	private static final boolean SOAK = Boolean.getBoolean("rollcall.soak");

	private static final String HEAP = SOAK ? "-Xmx512m" : "-Xmx112m";

	private static final int ACCOUNTS = SOAK ? 10_000 : 1_000;

	private static final long ROWS = (long) StackInstanceSource.SETS * ACCOUNTS * StackInstanceSource.REGIONS;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	@Timeout(900)
	void publishesACellThatTheHeapCouldNotHold() throws Exception {
		Path log = this.directory.resolve("log");
		Process night = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
				"-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"), LargeNight.class.getName(),
				this.directory.toString(), String.valueOf(ACCOUNTS))
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			assertThat(night.waitFor(880, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			night.destroyForcibly();
		}
		assertThat(night.exitValue()).as(Files.readString(log)).isZero();
		assertThat(published("SELECT count(*) || ' ' || count(DISTINCT stack_id) FROM %s", "stack_instance"))
			.isEqualTo(ROWS + " " + ROWS);
		assertThat(
				published("SELECT string_agg(status) FROM %s WHERE source = 'generated-stack-instances'", "coverage"))
			.isEqualTo("READ");
	}

	private String published(String sql, String dataset) throws Exception {
		String files = "read_parquet('%s/nights/%s/**/*.parquet', hive_partitioning = false)".formatted(this.directory,
				dataset);
		try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = duckDb.createStatement();
				ResultSet rows = statement.executeQuery(sql.formatted(files))) {
			rows.next();
			return rows.getString(1);
		}
	}

}
