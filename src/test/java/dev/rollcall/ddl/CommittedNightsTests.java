package dev.rollcall.ddl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.dataset.Description;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The views count each date once, by its latest attempt that nothing narrowed. */
class CommittedNightsTests {

	private static final Schema THING = new Schema("thing",
			List.of(new Column("run_id", ColumnType.STRING), new Column("attempt", ColumnType.BIGINT),
					new Column("name", ColumnType.STRING), new Column("tags", ColumnType.STRING_MAP),
					new Column("seen_at", ColumnType.TIMESTAMP)));

	private static final Schema RUN = new Schema("run", List.of(new Column("run_id", ColumnType.STRING),
			new Column("attempt", ColumnType.BIGINT), new Column("partial", ColumnType.BOOLEAN)));

	private static final List<Table> TABLES = List.of(table(THING), table(RUN));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@SuppressWarnings("NullAway.Init")
	private Path output;

	@BeforeEach
	void publishThreeDates() throws IOException {
		// What a pattern would be read as is the name of this folder.
		this.output = this.directory.resolve("an [output]");
		night("2026-11-01", "first", 1, false);
		night("2026-11-01", "second", 2, false);
		night("2026-11-01", "narrowed", 3, true);
		things("2026-11-01", "dead", 4);
		night("2026-11-02", "whole", 1, false);
		things("2026-11-03", "also-dead", 1);
		night("2026-11-04", "narrowed-too", 1, true);
	}

	@Test
	void filesAreThereAsTheyLie() throws Exception {
		try (BareDuckDb duckDb = BareDuckDb.over(this.output, TABLES)) {
			assertThat(duckDb.rows("SELECT count(*), count(DISTINCT run_id) FROM rollcall_files.thing"))
				.containsExactly("14|7");
			assertThat(duckDb.rows("SELECT count(*) FROM rollcall.run")).containsExactly("5");
		}
	}

	@Test
	void eachDateCountsOnce() throws Exception {
		try (BareDuckDb duckDb = BareDuckDb.over(this.output, TABLES)) {
			assertThat(duckDb.rows("SELECT snapshot_date, run_id, attempt FROM rollcall.night ORDER BY 1"))
				.containsExactly("2026-11-01|second|2", "2026-11-02|whole|1");
			assertThat(
					duckDb.rows("SELECT snapshot_date, run_id, count(*) FROM rollcall.thing GROUP BY ALL ORDER BY 1"))
				.containsExactly("2026-11-01|second|2", "2026-11-02|whole|2");
		}
	}

	@Test
	void latestIsTheLatestDateThatHasAWholeNight() throws Exception {
		try (BareDuckDb duckDb = BareDuckDb.over(this.output, TABLES)) {
			assertThat(duckDb.rows("SELECT DISTINCT snapshot_date, run_id FROM rollcall_latest.thing"))
				.containsExactly("2026-11-02|whole");
			assertThat(duckDb.rows("SELECT run_id FROM rollcall_latest.run")).containsExactly("whole");
		}
	}

	@Test
	void functionsOfTrinoAreKnownInEachDatabase() throws Exception {
		try (BareDuckDb duckDb = BareDuckDb.over(this.output, TABLES)) {
			assertThat(duckDb.rows("SELECT array_join(ARRAY['a', 'b'], ',')")).containsExactly("a,b");
			for (String database : List.of("rollcall_files", "rollcall", "rollcall_latest")) {
				duckDb.execute("USE " + database);
				assertThat(duckDb.rows("""
						SELECT DISTINCT element_at(tags, 'team'), element_at(tags, 'absent'), cardinality(ARRAY['a']),
						  array_join(ARRAY['a', 'b'], ',') FROM thing""")).containsExactly("red|null|1|a,b");
			}
		}
	}

	@Test
	void timesAreInUtcAndDatesAreDates() throws Exception {
		try (BareDuckDb duckDb = BareDuckDb.over(this.output, TABLES)) {
			assertThat(duckDb.rows("SELECT DISTINCT typeof(snapshot_date), typeof(seen_at) FROM rollcall.thing"))
				.containsExactly("DATE|TIMESTAMP WITH TIME ZONE");
		}
	}

	@Test
	void nightsBeforeSinceAreNotSeen() throws Exception {
		Dialect later = new DuckDbDialect(new Location(place()), LocalDate.of(2026, 11, 2), Set.of("run", "thing"));
		try (BareDuckDb duckDb = BareDuckDb.of(new Script(later, TABLES).text())) {
			assertThat(duckDb.rows("SELECT snapshot_date FROM rollcall.night")).containsExactly("2026-11-02");
		}
	}

	@Test
	void columnAndDatasetOfALaterVersionAreEmpty() throws Exception {
		Schema wider = new Schema("thing", List.of(THING.columns().get(0), THING.columns().get(1),
				THING.columns().get(2), new Column("colour", ColumnType.STRING)));
		Schema other = new Schema("other", THING.columns());
		Table widened = new Table(wider, Description.NONE, Map.of("colour", "CASE WHEN name = 'a' THEN 'red' END"));
		try (BareDuckDb duckDb = BareDuckDb.over(this.output, List.of(widened, table(other), table(RUN)))) {
			assertThat(duckDb.rows("SELECT name, colour FROM rollcall_latest.thing ORDER BY name"))
				.containsExactly("a|red", "b|null");
			assertThat(duckDb.rows("SELECT count(*) FROM rollcall.other")).containsExactly("0");
		}
	}

	@Test
	void scriptIsAppliedAgainOverItself() throws Exception {
		try (BareDuckDb duckDb = BareDuckDb.over(this.output, TABLES)) {
			Dialect again = new DuckDbDialect(new Location(place()), null, Set.of("run", "thing"));
			for (String statement : new Script(again, TABLES).statements()) {
				duckDb.execute(statement);
			}
			assertThat(duckDb.rows("SELECT count(*) FROM rollcall.night")).containsExactly("2");
		}
	}

	private String place() {
		return this.output.toString();
	}

	private void night(String date, String run, long attempt, boolean partial) throws IOException {
		things(date, run, attempt);
		write("run/snapshot_date=" + date + "/attempt=" + attempt + "/run.parquet", RUN,
				List.of(run, attempt, partial));
	}

	private void things(String date, String run, long attempt) throws IOException {
		write("thing/snapshot_date=" + date + "/run_id=" + run + "/part-00000.parquet", THING,
				List.of(run, attempt, "a", Map.of("team", "red"), Instant.EPOCH),
				List.of(run, attempt, "b", Map.of("team", "red"), Instant.EPOCH));
	}

	@SafeVarargs
	private void write(String key, Schema schema, List<Object>... rows) throws IOException {
		Path path = this.output.resolve(key);
		Files.createDirectories(path.getParent());
		try (ParquetFile file = new ParquetFile(path, schema)) {
			for (List<Object> row : rows) {
				file.write(row.toArray());
			}
		}
	}

	private static Table table(Schema schema) {
		return new Table(schema, Description.NONE, Map.of());
	}

}
