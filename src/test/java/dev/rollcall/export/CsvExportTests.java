package dev.rollcall.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import dev.rollcall.control.JudgedDatasets;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.StableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CsvExportTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void beginsWithTheMarkOfUtf8AndAHeader() throws IOException {
		byte[] content = Files.readAllBytes(new SmallNight(this.directory).export(ExportFormat.CSV));
		assertThat(content).startsWith(0xEF, 0xBB, 0xBF);
		assertThat(new String(content, StandardCharsets.UTF_8).substring(1))
			.isEqualTo("snapshot_date,attempt,run_id,simulated,partial,finding_id,control_id,version,title_en,title_ja,"
					+ "severity,verdict,reason,account_id,account_name,ou_path,environment,workload,business_unit,"
					+ "billing,region,resource_id,csf20_primary,csf20_secondary,csf11_primary,csf11_secondary,"
					+ "first_seen_on,last_known_verdict,expected_gap,waiver_id,waiver_owner,waiver_reason,"
					+ "waiver_ticket,waiver_granted_on,waiver_expires_on,waiver_state,remediation_en,"
					+ "remediation_ja\r\n");
	}

	@Test
	void saysAllOfAFinding() throws IOException, SQLException {
		SmallNight night = new SmallNight(this.directory)
			.findings(SmallNight.waived(SmallNight.finding("root.mfa", "NON_COMPLIANT", "No factor."), "w-1"))
			.with(JudgedDatasets.WAIVER, """
					SELECT 'w-1' AS waiver_id, 'root.mfa' AS control_id, 'Taro' AS owner, 'Break glass' AS reason,
					  'T-1' AS ticket, DATE '2026-01-01' AS granted_on, DATE '2026-12-01' AS expires_on,
					  'ACTIVE' AS state""");
		Map<String, String> row = Csv.rows(night.export(ExportFormat.CSV)).get(0);
		assertThat(row).containsEntry("snapshot_date", "2026-11-20")
			.containsEntry("attempt", "1")
			.containsEntry("simulated", "false")
			.containsEntry("version", "3")
			.containsEntry("title_ja", "ルートユーザーにMFAがある")
			.containsEntry("verdict", "NON_COMPLIANT")
			.containsEntry("reason", "No factor.")
			.containsEntry("account_id", "000000000001")
			.containsEntry("account_name", "prod")
			.containsEntry("ou_path", "Root/Prod")
			.containsEntry("environment", null)
			.containsEntry("csf20_secondary", "PR.AA-01;PR.AA-05")
			.containsEntry("csf11_secondary", "")
			.containsEntry("first_seen_on", "2026-11-01")
			.containsEntry("waiver_id", "w-1")
			.containsEntry("waiver_owner", "Taro")
			.containsEntry("waiver_expires_on", "2026-12-01")
			.containsEntry("remediation_en", "Register a passkey.");
	}

	@Test
	void saysOfEachRowThatNothingRealWasSeen() throws IOException, SQLException {
		SmallNight night = new SmallNight(this.directory).simulated()
			.findings(SmallNight.finding("root.mfa", "COMPLIANT", "Fine."));
		assertThat(Csv.rows(night.export(ExportFormat.CSV))).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("simulated", "true"));
	}

	@Test
	void keepsAFindingWhoseAccountIsNotInTheRoster() throws IOException, SQLException {
		SmallNight night = new SmallNight(this.directory).accounts("SELECT '000000000002' AS account_id")
			.findings(SmallNight.finding("root.mfa", "COMPLIANT", "Fine."));
		List<Map<String, String>> rows = Csv.rows(night.export(ExportFormat.CSV));
		assertThat(rows).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("account_id", "000000000001")
				.containsEntry("account_name", null));
	}

	@Test
	void makesUpForWhatEarlierVersionsDidNotWrite() throws IOException, SQLException {
		SmallNight night = new SmallNight(this.directory).regions()
			.with(new Schema("finding", JudgedDatasets.FINDING.columns()
				.stream()
				.filter((column) -> !List.of("finding_id", "expected_gap", "first_seen_on", "last_known_verdict")
					.contains(column.name()))
				.toList()), SmallNight.finding("root.mfa", "COMPLIANT", "Fine."));
		assertThat(Csv.rows(night.export(ExportFormat.CSV))).singleElement()
			.satisfies((row) -> assertThat(row)
				.containsEntry("finding_id", StableId.of("root.mfa", "000000000001", "global", "000000000001"))
				.containsEntry("first_seen_on", "2026-11-20")
				.containsEntry("expected_gap", "false"));
	}

}
