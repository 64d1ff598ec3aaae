package dev.rollcall.truth;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.ddl.BareDuckDb;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.SqlFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the text of each control and of each derived dataset on the views of the latest
 * night: they give what the night published.
 */
final class Reproduction {

	private static final String FINDING = "account_id, region, resource_id, verdict, reason";

	private final BareDuckDb duckDb;

	private final Map<String, String> differing = new TreeMap<>();

	Reproduction(BareDuckDb duckDb) {
		this.duckDb = duckDb;
	}

	void require() throws SQLException {
		this.duckDb.execute("USE rollcall_latest");
		List<String> controls = this.duckDb.rows("SELECT control_id FROM control");
		assertThat(controls).isNotEmpty();
		for (String control : controls) {
			String sql = this.duckDb.rows("SELECT sql FROM control WHERE control_id = '" + control + "'").get(0);
			compare(control, sql, FINDING, "finding WHERE control_id = '" + control + "'");
		}
		for (var file : JobConfig.find("job-config").packagedOnly().merged("derived", ".sql").files()) {
			String sql = new SqlFile(file.path(), file.text()).statement().sql();
			compare(file.name(), sql, "* EXCLUDE (run_id, attempt, snapshot_date)", file.name());
		}
		assertThat(this.differing).isEmpty();
	}

	private void compare(String name, String sql, String columns, String published) throws SQLException {
		String now = "SELECT * FROM (SELECT %s FROM (%s\n))".formatted(columns.equals(FINDING) ? FINDING : "*", sql);
		String then = "SELECT %s FROM %s".formatted(columns, published);
		String counts = this.duckDb
			.rows("SELECT (SELECT count(*) FROM (%1$s EXCEPT ALL %2$s)), (SELECT count(*) FROM (%2$s EXCEPT ALL %1$s))"
				.formatted(now, then))
			.get(0);
		if (!counts.equals("0|0")) {
			this.differing.put(name, counts + " rows only now|only published");
		}
	}

}
