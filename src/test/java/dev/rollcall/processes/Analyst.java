package dev.rollcall.processes;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

import dev.rollcall.ddl.BareDuckDb;
import dev.rollcall.ddl.PublishedTables;
import dev.rollcall.ddl.Table;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at nights through the views of {@code ddl} at random moments, whatever happens to
 * them: a night is there whole, or not at all.
 */
final class Analyst implements AutoCloseable {

	private static final List<Table> SEEN = PublishedTables.of("run", "account", "coverage", "finding");

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

	/** How many rows the views of {@code ddl} over an output show. */
	static String sees(Path output) throws SQLException {
		try (BareDuckDb duckDb = BareDuckDb.over(output, SEEN)) {
			String seen = duckDb.rows("""
					SELECT (SELECT count(*) FROM run) || ' runs, ' || (SELECT count(*) FROM account) || ' accounts, '
						|| (SELECT count(*) FROM coverage) || ' cells, ' || (SELECT count(*) FROM finding)
						|| ' findings'""".replace("FROM ", "FROM rollcall.")).get(0);
			return seen.equals("0 runs, 0 accounts, 0 cells, 0 findings") ? "nothing" : seen;
		}
		catch (SQLException ex) {
			// A folder is made before its first file.
			if (String.valueOf(ex.getMessage()).contains("No files found that match the pattern")) {
				return "nothing";
			}
			throw ex;
		}
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
