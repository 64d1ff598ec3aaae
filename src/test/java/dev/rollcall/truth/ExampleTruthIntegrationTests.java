package dev.rollcall.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rollcall.ddl.BareDuckDb;
import dev.rollcall.ddl.SavedQuery;
import dev.rollcall.packaged.NightReader;
import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program's demo night comes to what was worked out by hand. */
@Tag("runtime")
class ExampleTruthIntegrationTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static Truth truth;

	@SuppressWarnings("NullAway.Init")
	private static NightReader night;

	@SuppressWarnings("NullAway.Init")
	private static Result demo;

	@BeforeAll
	static void runTheDemo() throws IOException, InterruptedException {
		truth = Truth.read();
		Path out = directory.resolve("out");
		demo = Program.asShipped(Map.of(), directory)
			.run("demo", "demo", "--scenario", "example", "--out", out.toString());
		night = new NightReader(out);
	}

	@Test
	void publishesAndSaysWhatARunWouldHaveExitedWith() {
		assertThat(demo.exitCode()).isZero();
		assertThat(demo.lastLine())
			.isEqualTo("rollcall: a simulated night is published; 'run' would have exited with 4: published, with gaps"
					+ " (exit 0)");
		assertThat(demo.out()).contains("Open first").contains("rollcall-").contains(".xlsx");
	}

	@Test
	void givesEveryCellTheStatusOfTheTruth() throws Exception {
		Map<String, String> cells = new TreeMap<>();
		for (String[] row : rows("SELECT source, account_id, region, status FROM {coverage}")) {
			assertThat(cells.put(truth.slot(row[0], row[1], row[2]), row[3])).as(String.join(" ", row)).isNull();
		}
		assertThat(truth.coverage().contradictedBy(cells)).isEmpty();
	}

	@Test
	void givesEveryVerdictOfTheTruth() throws Exception {
		Map<String, Rows> verdicts = new TreeMap<>();
		for (String[] row : rows("""
				SELECT control_id, account_id, region, count(*) || 'x' || verdict FROM {finding}
				GROUP BY control_id, account_id, region, verdict""")) {
			verdicts.merge(truth.slot(row[0], row[1], row[2]), Rows.of(row[3]), Rows::plus);
		}
		Map<String, String> night = new TreeMap<>();
		verdicts.forEach((slot, rows) -> night.put(slot, rows.toString()));
		assertThat(truth.verdicts().contradictedBy(night)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("derived")
	void projectsDerivedDatasetsAsTheTruth(TruthFile dataset) throws Exception {
		List<String> columns = Truth.derivedColumns(dataset);
		String region = dataset.table("rows").get(0).words().containsKey("region") ? "region" : "'global'";
		Map<String, String> derived = new TreeMap<>();
		for (String[] row : rows(
				"SELECT account_id, %s, %s FROM {%s}".formatted(region, String.join(", ", columns), dataset.name()))) {
			String values = String.join(" ", List.of(row).subList(2, row.length));
			assertThat(derived.put(truth.slot(dataset.name(), row[0], row[1]), values)).as(values).isNull();
		}
		assertThat(truth.derived(dataset).contradictedBy(derived)).isEmpty();
	}

	private static List<TruthFile> derived() {
		return Truth.files("derived");
	}

	private static List<String[]> rows(String sql) throws SQLException {
		return night.rows(sql).stream().map((row) -> row.split("\\|", -1)).toList();
	}

	@Test
	void bareDuckDbGivesEveryFindingAndEveryDerivedDataset() throws Exception {
		try (BareDuckDb duckDb = duckDb()) {
			new Reproduction(duckDb).require();
		}
	}

	@Test
	void savedQueriesComeToTheTruth() throws Exception {
		Map<String, String> wrong = new TreeMap<>();
		try (BareDuckDb duckDb = duckDb()) {
			LocalDate night = LocalDate.parse(duckDb.rows("SELECT snapshot_date FROM rollcall_latest.run").get(0));
			String finding = duckDb
				.rows("SELECT finding_id FROM rollcall_latest.finding WHERE control_id = 'root.mfa' AND account_id = '"
						+ QueryTruth.ASKED_ACCOUNT + "'")
				.get(0);
			Map<String, String> texts = SavedQuery.all()
				.stream()
				.collect(Collectors.toMap(SavedQuery::name, (query) -> query.on(night.plusDays(3), finding)));
			assertThat(QueryTruth.all()).extracting(QueryTruth::query).containsAll(texts.keySet());
			for (QueryTruth claim : QueryTruth.all()) {
				String seen = duckDb.rows(claim.over(texts.getOrDefault(claim.query(), ""))).get(0);
				if (!seen.equals(claim.rows() + "|" + claim.number())) {
					wrong.put(claim.toString(), seen);
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	/** What {@code ddl} prints is all that it knows. */
	private static BareDuckDb duckDb() throws Exception {
		Result ddl = Program.asShipped(Map.of(), directory)
			.run("ddl", "ddl", "--engine", "duckdb", "--location", directory.resolve("out").toString());
		assertThat(ddl.exitCode()).as(ddl.err()).isZero();
		return BareDuckDb.of(ddl.out());
	}

	@Test
	void tellsEveryExposureApart() throws Exception {
		assertThat(night.rows("SELECT DISTINCT exposure FROM {external_access} ORDER BY exposure")).containsExactly(
				"FEDERATED", "INSIDE_ORGANIZATION", "OUTSIDE_ORGANIZATION", "PUBLIC", "SERVICE", "UNKNOWN");
		assertThat(night.rows("SELECT count(*) FROM {external_access} WHERE rcp_restriction = 'APPLICABLE'"))
			.containsExactly("1");
	}

	@Test
	void namesWhatDeniedEachRead() throws Exception {
		assertThat(night.rows("""
				SELECT DISTINCT denied_by, operation LIKE 'sts:%' FROM {coverage} WHERE status = 'DENIED'
				ORDER BY denied_by""")).containsExactly("IDENTITY|false", "SCP|false", "TRUST|true");
		assertThat(night.rows("""
				SELECT count(*) FROM {coverage} WHERE status IN ('DENIED', 'THROTTLED', 'TIMED_OUT', 'FAILED')
				AND (operation IS NULL OR error_code IS NULL OR error_message IS NULL)
				AND error_code <> 'OWNER_UNKNOWN'""")).containsExactly("0");
	}

	@Test
	void keepsEveryRowOfTheFatAccountAndCapsWhatConfigCounts() throws Exception {
		assertThat(
				night.rows("SELECT count(*), count(DISTINCT resource_id || rule_name) FROM {config_resource_compliance}"
						+ " WHERE region = 'us-east-1'"))
			.containsExactly("200000|200000");
		assertThat(night.rows("SELECT count(*), min(non_compliant_resources), max(non_compliant_resources) FROM"
				+ " {config_rule_compliance} WHERE count_capped"))
			.containsExactly("20|100|100");
	}

	@Test
	void saysThatTheAggregatorMissesARegion() throws Exception {
		assertThat(
				night.rows("SELECT organization, all_regions, array_to_string(regions, ' ') FROM {config_aggregator}"))
			.containsExactly("true|false|us-east-1 ap-northeast-1");
	}

}
