package dev.rollcall.trino;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rollcall.ddl.Probe;
import dev.rollcall.ddl.PublishedTables;
import dev.rollcall.ddl.SavedQuery;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.SqlFile;
import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import dev.rollcall.truth.QueryTruth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two attempts of the example night, a night that was narrowed and what a dead run has
 * left, read by a real Trino through what {@code ddl} prints. With {@code -Ptrino} only.
 */
@EnabledIfSystemProperty(named = "rollcall.trino.server", matches = ".+", disabledReason = "only with -Ptrino")
class TrinoIntegrationTests {

	private static final String DATE = "2026-11-26";

	private static final String FINDING = "account_id, region, resource_id, verdict, reason";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static TrinoServer server;

	@SuppressWarnings("NullAway.Init")
	private static TrinoSession trino;

	@BeforeAll
	static void publishNightsAndReadThem() throws Exception {
		server = TrinoServer.start(Path.of(System.getProperty("rollcall.trino.server")),
				System.getProperty("rollcall.trino.java"), Files.createDirectory(directory.resolve("trino")), Map.of());
		Path nights = directory.resolve("trino/files/nights");
		Program program = Program.asShipped(Map.of(), directory);
		for (String attempt : List.of("first", "second")) {
			Result demo = program.run(attempt, "demo", "--scenario", "example", "--date", DATE, "--out",
					nights.toString());
			assertThat(demo.exitCode()).as(demo.err()).isZero();
		}
		RewrittenNights rewritten = new RewrittenNights(nights, DATE);
		rewritten.narrowed("2026-11-27");
		rewritten.dead("2026-11-28");
		trino = server.open();
		trino.apply(earlier());
		Result ddl = program.run("ddl", "ddl", "--engine", "trino", "--location", "local:///nights", "--since",
				"2026-11-01");
		assertThat(ddl.exitCode()).as(ddl.err()).isZero();
		trino.apply(ddl.out());
		trino.use("rollcall_latest");
	}

	/** What a version printed that had one dataset less, and of each one column less. */
	private static String earlier() {
		return EarlierScript.of(PublishedTables.all(), "score");
	}

	@AfterAll
	static void end() throws Exception {
		if (trino != null) {
			trino.close();
		}
		if (server != null) {
			server.close();
		}
	}

	@Test
	void eachDateCountsOnceAndOnlyWholeNightsDo() throws Exception {
		assertThat(trino.rows("SELECT CAST(snapshot_date AS varchar), attempt FROM rollcall.night"))
			.containsExactly(DATE + "|2");
		assertThat(trino.rows("SELECT count(*) FROM rollcall.run")).containsExactly("3");
		assertThat(trino.rows("SELECT count(DISTINCT run_id) FROM rollcall_files.finding")).containsExactly("4");
		assertThat(trino.rows("SELECT count(*) FROM rollcall.finding"))
			.isEqualTo(trino.rows("SELECT findings FROM rollcall_latest.run"));
	}

	@Test
	void everyControlGivesTheFindingsThatWerePublished() throws Exception {
		Map<String, List<String>> published = trino.rows("SELECT control_id, " + FINDING + " FROM finding")
			.stream()
			.collect(Collectors.groupingBy((row) -> row.substring(0, row.indexOf('|')), TreeMap::new,
					Collectors.mapping((row) -> row.substring(row.indexOf('|') + 1), Collectors.toList())));
		assertThat(published).hasSizeGreaterThan(50);
		Map<String, String> differing = new TreeMap<>();
		for (String control : published.keySet()) {
			String sql = trino.rows("SELECT sql FROM control WHERE control_id = '" + control + "'").get(0);
			compare(control, "SELECT " + FINDING + " FROM (" + sql + "\n)", published.getOrDefault(control, List.of()),
					differing);
		}
		assertThat(differing).isEmpty();
	}

	@Test
	void everyDerivedDatasetIsWhatWasPublished() throws Exception {
		Map<String, String> differing = new TreeMap<>();
		for (var file : JobConfig.find("job-config").packagedOnly().merged("derived", ".sql").files()) {
			String columns = PublishedTables.of(file.name())
				.get(0)
				.schema()
				.columns()
				.stream()
				.skip(2)
				.map((column) -> '"' + column.name() + '"')
				.collect(Collectors.joining(", "));
			String sql = new SqlFile(file.path(), file.text()).statement().sql();
			compare(file.name(), "SELECT " + columns + " FROM (" + sql + "\n)",
					trino.rows("SELECT " + columns + " FROM " + file.name()), differing);
		}
		assertThat(differing).isEmpty();
	}

	private static void compare(String name, String sql, List<String> published, Map<String, String> differing) {
		try {
			List<String> now = trino.rows(sql).stream().sorted().toList();
			if (!now.equals(published.stream().sorted().toList())) {
				differing.put(name, "%d rows, %d published".formatted(now.size(), published.size()));
			}
		}
		catch (SQLException ex) {
			differing.put(name, String.valueOf(ex.getMessage()));
		}
	}

	@Test
	void savedQueriesComeToTheTruth() throws Exception {
		Map<String, String> wrong = new TreeMap<>();
		String finding = trino
			.rows("SELECT finding_id FROM finding WHERE control_id = 'root.mfa' AND account_id = '"
					+ QueryTruth.ASKED_ACCOUNT + "'")
			.get(0);
		Map<String, String> texts = SavedQuery.all()
			.stream()
			.collect(Collectors.toMap(SavedQuery::name,
					(query) -> query.on(LocalDate.parse(DATE).plusDays(3), finding)));
		for (QueryTruth claim : QueryTruth.all()) {
			String seen = trino.rows(claim.over(texts.getOrDefault(claim.query(), ""))).get(0);
			if (!seen.equals(claim.rows() + "|" + claim.number())) {
				wrong.put(claim.toString(), seen);
			}
		}
		assertThat(wrong).isEmpty();
	}

	/** As they are, with the day of today. */
	@Test
	void savedQueriesRunAsTheyAre() throws Exception {
		for (SavedQuery query : SavedQuery.all()) {
			trino.execute(query.text());
		}
	}

	@Test
	void probesComeToWhatTheTableSays() {
		Map<String, String> wrong = new TreeMap<>();
		for (Probe probe : Probe.all()) {
			String seen = value(probe);
			if (!seen.equals(probe.onTrino())) {
				wrong.put(probe.expression(), seen);
			}
		}
		assertThat(wrong).isEmpty();
	}

	private static String value(Probe probe) {
		try {
			return trino.rows(probe.sql()).get(0);
		}
		catch (SQLException ex) {
			return Probe.ERROR;
		}
	}

}
