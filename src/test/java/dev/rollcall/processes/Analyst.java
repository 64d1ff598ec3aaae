package dev.rollcall.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at nights through the views of docs/data.md at random moments, whatever happens
 * to them: a night is there whole, or not at all.
 */
final class Analyst implements AutoCloseable {

	private static final int MOST_MILLIS_BETWEEN_LOOKS = 600;

	private final Nights nights;

	private final String expected;

	private final Random random = new Random(Trials.seed());

	private final Thread thread = new Thread(this::look, "analyst");

	private volatile boolean ended;

	private volatile @Nullable Throwable fault;

	/**
	 * Begins to look.
	 * @param expected what a look at one night sees
	 */
	Analyst(Nights nights, String expected) {
		this.nights = nights;
		this.expected = expected;
		this.thread.start();
	}

	private void look() {
		try {
			while (!this.ended) {
				assertThat(sees(this.nights.copy())).as("what an analyst sees").isIn("nothing", this.expected);
				Thread.sleep(this.random.nextInt(MOST_MILLIS_BETWEEN_LOOKS));
			}
		}
		catch (Throwable ex) {
			this.fault = ex;
		}
	}

	/** How many rows of the views of docs/data.md an output shows. */
	static String sees(Path output) throws IOException, SQLException {
		try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = duckDb.createStatement()) {
			for (String view : views(output)) {
				statement.execute(view);
			}
			try (ResultSet counts = statement.executeQuery("""
					SELECT (SELECT count(*) FROM run) || ' runs, ' || (SELECT count(*) FROM account) || ' accounts, '
						|| (SELECT count(*) FROM coverage) || ' cells, ' || (SELECT count(*) FROM finding)
						|| ' findings'""")) {
				counts.next();
				return counts.getString(1);
			}
		}
		catch (SQLException ex) {
			if (String.valueOf(ex.getMessage()).contains("No files found that match the pattern")) {
				return "nothing";
			}
			throw ex;
		}
	}

	private static List<String> views(Path output) throws IOException {
		List<String> views = Files.readAllLines(Path.of("docs/data.md"))
			.stream()
			.filter((line) -> line.startsWith("CREATE VIEW"))
			.map((line) -> line.replace("'out/", "'" + output + "/"))
			.toList();
		assertThat(views).hasSize(4);
		return views;
	}

	/** Looks no longer, and fails if anything was seen that should not be. */
	void requireNothingElse() throws InterruptedException {
		close();
		if (this.fault != null) {
			throw new AssertionError("An analyst saw something else: " + this.fault, this.fault);
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.ended = true;
		this.thread.join();
	}

}
