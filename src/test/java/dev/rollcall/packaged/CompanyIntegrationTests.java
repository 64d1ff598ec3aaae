package dev.rollcall.packaged;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The night that a demo shows: mostly in order, with every kind of finding. */
@Tag("once")
class CompanyIntegrationTests {

	private static final String NIGHT = "2026-05-14";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static NightReader night;

	@SuppressWarnings("NullAway.Init")
	private static Result demo;

	@BeforeAll
	static void runTheDemo() throws IOException, InterruptedException {
		Path out = directory.resolve("out");
		demo = Program.asShipped(Map.of(), directory).run("demo", "demo", "--out", out.toString(), "--date", NIGHT);
		night = new NightReader(out);
	}

	@Test
	void publishesAndBlamesNoMachine() {
		assertThat(demo.exitCode()).isZero();
		assertThat(demo.err()).doesNotContain("this machine was too slow");
	}

	@Test
	void leavesAtMostThreePercentOfTheCellsUnread() throws SQLException {
		assertThat(night.rows("SELECT count(*) FROM {account}")).containsExactly("60");
		assertThat(
				night.rows("SELECT count(*) > 20, count(*) FILTER (WHERE gap) * 100 <= 3 * count(*) FROM {coverage}"))
			.containsExactly("true|true");
		assertThat(night.rows("SELECT DISTINCT status || coalesce(' ' || denied_by, '') AS s FROM {coverage} WHERE gap"
				+ " ORDER BY s"))
			.containsExactly("DENIED IDENTITY", "DENIED SCP", "DENIED TRUST", "TIMED_OUT");
	}

	/**
	 * Some controls could only be broken by the organization, or the night, as a whole;
	 * the one archive rule names the resource that it accepts.
	 */
	@Test
	void breaksEveryControlSomewhereAndKeepsItMostly() throws SQLException {
		assertThat(night.rows("""
				SELECT control_id FROM {finding} GROUP BY control_id
				HAVING count(*) FILTER (WHERE verdict = 'NON_COMPLIANT') = 0 ORDER BY control_id""")).containsExactly(
				"accessanalyzer.archive_rules", "accessanalyzer.delegated_administrator",
				"accessanalyzer.trusted_access", "account.regions_asked", "cloudtrail.org_trail",
				"cloudtrail.trusted_access", "config.delegated_administrator", "config.trusted_access",
				"guardduty.auto_enable_org", "guardduty.delegated_admin", "root.centralized_management",
				"securityhub.auto_enable_org", "securityhub.delegated_admin");
		assertThat(night.rows("""
				SELECT count(*) FILTER (WHERE verdict = 'NON_COMPLIANT') * 20
				       < count(*) FILTER (WHERE verdict = 'COMPLIANT') FROM {finding}""")).containsExactly("true");
	}

	@Test
	void namesAccountsInBothLanguagesAndTagsThem() throws SQLException {
		assertThat(night.rows("SELECT name FROM {account}")).contains("決済-本番", "data-lake-prod", "基幹系 legacy-erp");
		assertThat(night.rows("SELECT count(*) FROM {account} WHERE ou_path LIKE 'Root/事業/本番%'")).containsExactly("15");
	}

	@Test
	void isDatedByItsOwnNight() throws SQLException {
		assertThat(night.rows("SELECT DISTINCT CAST(collected_at AS DATE) BETWEEN DATE '2026-05-14'"
				+ " AND DATE '2026-05-15' FROM {coverage}"))
			.containsExactly("true");
		assertThat(night.rows("SELECT CAST(started_at AS DATE), finished_at > started_at FROM {run}"))
			.containsExactly(NIGHT + "|true");
		assertThat(night.rows("SELECT DISTINCT CAST(latest_delivery_at AS DATE) FROM {trail}" + " WHERE logging"))
			.containsExactly("2026-05-14");
		assertThat(night.rows("SELECT max(joined_at) < TIMESTAMPTZ '2026-05-14 00:00:00Z' FROM {account}"))
			.containsExactly("true");
	}

}
