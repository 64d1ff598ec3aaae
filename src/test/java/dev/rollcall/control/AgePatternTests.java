package dev.rollcall.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.dataset.Database;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the way in which controls compare ages, as {@code docs/controls.md} has it.
 */
class AgePatternTests {

	private static final String OLDER = "delivered_at < collected_at - hours * INTERVAL '1' HOUR";

	private final Path directory;

	AgePatternTests(@TempDir Path directory) {
		this.directory = directory;
	}

	@Test
	void isTrino() {
		assertThat(new SqlParser().createStatement("SELECT " + OLDER + " FROM trail")).isInstanceOf(Query.class);
	}

	/** Also where clocks are put back, or forth, between the two. */
	@ParameterizedTest
	@CsvSource({ "2026-11-27 00:00:00.000, false", "2026-11-26 23:59:59.999, true", "2026-11-28 12:00:00.000, false",
			",", })
	void countsTheHoursToTheMillisecond(String delivered, String older) {
		assertThat(older(delivered, "2026-11-28 00:00:00.000", 24)).isEqualTo(older);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-28 12:00:00.000, 2026-03-29 12:00:00.000, false",
			"2026-03-28 11:59:59.999, 2026-03-29 12:00:00.000, true",
			"2026-10-24 12:00:00.000, 2026-10-25 12:00:00.000, false",
			"2026-10-24 11:59:59.999, 2026-10-25 12:00:00.000, true" })
	void countsTheHoursOfDaysThatHaveMoreOrFewer(String delivered, String collected, String older) {
		assertThat(older(delivered, collected, 24)).isEqualTo(older);
	}

	@Test
	void takesAnyNumberThatAParameterCanBe() {
		assertThat(older("2026-11-27 23:59:59.999", "2026-11-28 00:00:00.000", 0)).isEqualTo("true");
		assertThat(older("1970-01-01 00:00:00.000", "2026-11-28 00:00:00.000", 999_999)).isEqualTo("false");
	}

	private String older(String delivered, String collected, int hours) {
		List<String> answers = new ArrayList<>();
		try (Database database = new Database(this.directory)) {
			database.execute("SET TimeZone = 'Europe/Berlin'");
			database.query(
					"""
							SELECT CAST(%s AS varchar) FROM (VALUES (TIMESTAMPTZ '%sZ', TIMESTAMPTZ '%sZ',
							  CAST('%d' AS bigint))) AS trail (delivered_at, collected_at, hours)"""
						.formatted(OLDER, delivered, collected, hours)
						.replace("TIMESTAMPTZ 'nullZ'", "CAST(NULL AS TIMESTAMPTZ)"),
					(row) -> answers.add(row.text(1)));
		}
		return answers.get(0);
	}

}
