package dev.rollcall.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.packaged.NightReader;
import dev.rollcall.packaged.Program;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Four demo nights of a drifting organization differ by what was worked out by hand. */
@Tag("once")
class DriftTruthIntegrationTests {

	private static final int LAST_DAY = 3;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static Truth truth;

	@SuppressWarnings("NullAway.Init")
	private static NightReader nights;

	@BeforeAll
	static void runTheNights() throws IOException, InterruptedException {
		truth = Truth.read();
		Path out = directory.resolve("out");
		Program program = new Program(Map.of(), directory);
		for (int day = 0; day <= LAST_DAY; day++) {
			assertThat(program
				.run("day-" + day, "demo", "--scenario", "example", "--out", out.toString(), "--date", date(day),
						"--drift", String.valueOf(day))
				.exitCode()).isZero();
		}
		nights = new NightReader(out);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, LAST_DAY })
	void givesEveryChangeOfTheTruth(int day) throws SQLException {
		Map<String, String> changes = new TreeMap<>();
		for (String row : nights
			.rows("""
					SELECT control_id, account_id, region, resource_id, concat_ws(' ', change, coalesce(from_verdict, 'none'),
					coalesce(to_verdict, 'none')) FROM {change}
					WHERE snapshot_date = DATE '%s' AND (control_id IS NULL OR control_id IN ('%s'))"""
				.formatted(date(day), String.join("', '", Truth.controlsWithChanges())))) {
			String[] cells = row.split("\\|(?!AWS:)");
			String slot = truth.slot(cells[0], cells[1], cells[2]) + " " + cells[3];
			assertThat(changes.put(slot, cells[4])).as(slot).isNull();
		}
		assertThat(truth.changes(day).contradictedBy(changes)).isEmpty();
	}

	@Test
	void seesNoChangeOnTheFirstNight() throws SQLException {
		assertThat(nights.rows("SELECT count(*) FROM {change} WHERE snapshot_date = DATE '%s'".formatted(date(0))))
			.containsExactly("0");
	}

	@Test
	void datesAVerdictFromItsFirstNightOverAGap() throws SQLException {
		assertThat(nights.rows("""
				SELECT snapshot_date, verdict, first_seen_on, last_known_verdict FROM {finding}
				WHERE control_id = 'root.credentials_removed' AND account_id = '%s' ORDER BY snapshot_date"""
			.formatted(World.id(4)))).containsExactly("2026-11-01|NON_COMPLIANT|2026-11-01|NON_COMPLIANT",
					"2026-11-02|INSUFFICIENT_DATA|2026-11-01|NON_COMPLIANT",
					"2026-11-03|NON_COMPLIANT|2026-11-01|NON_COMPLIANT",
					"2026-11-04|NON_COMPLIANT|2026-11-01|NON_COMPLIANT");
	}

	private static String date(int day) {
		return "2026-11-%02d".formatted(day + 1);
	}

}
