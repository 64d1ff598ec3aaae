package dev.rollcall.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.rollcall.packaged.NightReader;
import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program's demo night comes to what was worked out by hand. */
class ExampleTruthIntegrationTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static ExampleTruth truth;

	@SuppressWarnings("NullAway.Init")
	private static NightReader night;

	@SuppressWarnings("NullAway.Init")
	private static Result demo;

	@BeforeAll
	static void runTheDemo() throws IOException, InterruptedException {
		truth = ExampleTruth.read();
		Path out = directory.resolve("out");
		demo = new Program(Map.of(), directory).run("demo", "demo", "--out", out.toString());
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
	void givesEveryCellTheStatusOfTheTruthTable() throws Exception {
		assertThat(night.rows("SELECT source, account_id, region, status FROM {coverage}").stream().sorted())
			.isEqualTo(truth.coverage());
	}

	@Test
	void givesEveryVerdictOfTheTruthTable() throws Exception {
		assertThat(night.rows("""
				SELECT control_id, account_id, region, verdict, count(*) FROM {finding} GROUP BY ALL""")
			.stream()
			.sorted()).isEqualTo(truth.verdicts());
	}

	@Test
	void projectsRootUsersAndTrailsAsTheTruthTable() throws Exception {
		assertThat(night.rows("SELECT account_id, credentials, mfa, access_keys FROM {root_user}").stream().sorted())
			.isEqualTo(truth.rootUsers());
		assertThat(night.rows("SELECT account_id, region, covered, management_events FROM {trail_coverage}")
			.stream()
			.sorted()).isEqualTo(truth.trailCoverage());
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
				AND (operation IS NULL OR error_code IS NULL OR error_message IS NULL)""")).containsExactly("0");
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

	@Test
	void speaksOfEveryStatusThatNoFlagMakesAndOfEveryVerdict() {
		assertThat(truth.words(ExampleTruth::coverage, 3)).isEqualTo(List.of("ACCOUNT_NOT_ACTIVE", "DENIED", "FAILED",
				"NOT_AVAILABLE", "NOT_ENABLED", "READ", "REGION_DISABLED", "THROTTLED", "TIMED_OUT"));
		assertThat(truth.words(ExampleTruth::verdicts, 3))
			.isEqualTo(List.of("COMPLIANT", "INSUFFICIENT_DATA", "NON_COMPLIANT", "NOT_APPLICABLE"));
		assertThat(truth.verdicts().stream().map((row) -> row.split("\\|")[1]).distinct()).hasSize(24);
	}

}
