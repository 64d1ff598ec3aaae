package dev.rollcall.ddl;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** DuckDB comes to what the table of probes says. */
class ProbesTests {

	@Test
	void duckDbComesToWhatTheTableSays() throws SQLException {
		Map<String, String> wrong = new TreeMap<>();
		Dialect dialect = new DuckDbDialect(new Location("out"), null, Set.of());
		try (BareDuckDb duckDb = BareDuckDb.of(new Script(dialect, List.of()).text())) {
			for (Probe probe : Probe.all()) {
				String seen = value(duckDb, probe);
				if (!seen.equals(probe.onDuckDb())) {
					wrong.put(probe.expression(), seen);
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void whatDiffersDiffers() {
		assertThat(Probe.all()).filteredOn((probe) -> !probe.same())
			.isNotEmpty()
			.allSatisfy((probe) -> assertThat(probe.onDuckDb()).as(probe.expression()).isNotEqualTo(probe.onTrino()));
	}

	private static String value(BareDuckDb duckDb, Probe probe) {
		try {
			return duckDb.rows(probe.sql()).get(0);
		}
		catch (SQLException ex) {
			return Probe.ERROR;
		}
	}

}
