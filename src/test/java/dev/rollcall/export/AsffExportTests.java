package dev.rollcall.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rollcall.control.JudgedDatasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.securityhub.model.BatchImportFindingsRequest;
import software.amazon.awssdk.services.securityhub.model.ComplianceStatus;
import software.amazon.awssdk.services.securityhub.model.Partition;
import software.amazon.awssdk.services.securityhub.model.RecordState;
import software.amazon.awssdk.services.securityhub.model.SeverityLabel;
import software.amazon.awssdk.services.securityhub.model.WorkflowStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AsffExportTests {

	/** The SDK's model does not say so, the service's documentation does. */
	private static final List<String> REQUIRED = List.of("SchemaVersion", "Id", "ProductArn", "GeneratorId",
			"AwsAccountId", "CreatedAt", "UpdatedAt", "Title", "Description", "Resources", "FindingProviderFields");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "NON_COMPLIANT, FAILED, HIGH", "INSUFFICIENT_DATA, NOT_AVAILABLE, HIGH",
			"COMPLIANT, PASSED, INFORMATIONAL" })
	void saysEachVerdictInItsWords(String verdict, String status, String severity) throws IOException {
		JsonNode finding = finding(SmallNight.finding("root.mfa", verdict, "So it is."));
		assertThat(finding.at("/Compliance/Status").asString()).isEqualTo(status);
		assertThat(finding.at("/Compliance/StatusReasons/0/Description").asString()).isEqualTo("So it is.");
		assertThat(finding.at("/FindingProviderFields/Severity/Label").asString()).isEqualTo(severity);
		assertThat(finding.at("/FindingProviderFields/Severity/Original").asString()).isEqualTo("HIGH");
		assertThat(finding.at("/Remediation").isMissingNode()).isEqualTo(!verdict.equals("NON_COMPLIANT"));
	}

	@Test
	void leavesOutWhatIsNotApplicable() throws IOException {
		assertThat(export(
				new SmallNight(this.directory).findings(SmallNight.finding("root.mfa", "NOT_APPLICABLE", "Closed."))))
			.isEmpty();
	}

	@Test
	void namesWhatItIsAboutAndWhereItIsImported() throws IOException {
		JsonNode account = finding(SmallNight.finding("root.mfa", "COMPLIANT", "Fine."));
		assertThat(account.at("/Resources/0/Type").asString()).isEqualTo("AwsAccount");
		assertThat(account.at("/Resources/0/Id").asString()).isEqualTo("AWS::::Account:000000000001");
		assertThat(account.at("/ProductArn").asString())
			.isEqualTo("arn:aws:securityhub:us-east-1:000000000001:product/000000000001/default");
		JsonNode bucket = finding(
				SmallNight.finding("root.mfa", "NON_COMPLIANT", "eu-west-1", "arn:aws:s3:::web|AWS:*", "Public."));
		assertThat(bucket.at("/Resources/0/Id").asString()).isEqualTo("arn:aws:s3:::web");
		assertThat(bucket.at("/Resources/0/Region").asString()).isEqualTo("eu-west-1");
		assertThat(bucket.at("/ProductFields/rollcall~1resource_id").asString()).isEqualTo("arn:aws:s3:::web|AWS:*");
		assertThat(bucket.at("/ProductArn").asString()).contains(":eu-west-1:");
		assertThat(bucket.at("/CreatedAt").asString()).isEqualTo("2026-11-01T00:00:00Z");
		assertThat(bucket.at("/UpdatedAt").asString()).isEqualTo("2026-11-20T01:10:00Z");
	}

	@ParameterizedTest
	@CsvSource({ "eu-west-1, arn:aws:securityhub:eu-west-1:",
			"cn-northwest-1, arn:aws-cn:securityhub:cn-northwest-1:" })
	void importsWhatHasNoRegionWhereTheNightAsked(String region, String arn) throws IOException {
		SmallNight night = new SmallNight(this.directory).regions(region)
			.findings(SmallNight.finding("root.mfa", "COMPLIANT", "Fine."));
		assertThat(export(night).get(0).at("/Findings/0/ProductArn").asString()).startsWith(arn);
	}

	@Test
	void suppressesWhatAWaiverAcceptsAndMarksASimulatedNight() throws IOException {
		SmallNight night = new SmallNight(this.directory).simulated()
			.findings(SmallNight.waived(SmallNight.finding("root.mfa", "NON_COMPLIANT", "No factor."), "w-1"))
			.with(JudgedDatasets.WAIVER, "SELECT 'w-1' AS waiver_id, 'Taro' AS owner");
		JsonNode finding = export(night).get(0).at("/Findings/0");
		assertThat(finding.at("/Workflow/Status").asString()).isEqualTo("SUPPRESSED");
		assertThat(finding.at("/Compliance/Status").asString()).isEqualTo("FAILED");
		assertThat(finding.at("/ProductFields/rollcall~1waiver_owner").asString()).isEqualTo("Taro");
		assertThat(finding.at("/Sample").asBoolean()).isTrue();
		assertThat(finding.at("/Title").asString()).startsWith("[SIMULATED] ");
		assertThat(finding.at("/ProductFields/rollcall~1simulated").asString()).isEqualTo("true");
	}

	@Test
	void callsForEachAccountAndRegionAndForNoMoreThanAHundred() throws IOException {
		List<JsonNode> calls = export(new SmallNight(this.directory).findings("""
				SELECT * EXCLUDE (i) REPLACE ('arn:' || i AS resource_id,
				  CASE WHEN i < 120 THEN 'eu-west-1' ELSE 'us-east-1' END AS region)
				FROM (%s), range(250) AS t(i)""".formatted(SmallNight.finding("root.mfa", "COMPLIANT", "Fine."))));
		assertThat(calls.stream().map((call) -> call.at("/Findings").size())).containsExactly(100, 20, 100, 30);
		assertThat(calls).allSatisfy((call) -> assertThat(
				call.at("/Findings").valueStream().map((finding) -> finding.at("/ProductArn").asString()).distinct())
			.hasSize(1));
	}

	@Test
	void staysWithinWhatACallTakesWhateverNamesAre() throws IOException {
		List<JsonNode> calls = export(HostileTexts.night(new SmallNight(this.directory).simulated()).accounts("""
				SELECT printf('%012d', i) AS account_id, repeat('"', 5000) AS name, name AS ou_path,
				  repeat('𠮷', 5000) AS environment, name AS workload, name AS business_unit, name AS billing
				FROM range(1, 600) AS t(i)"""));
		assertThat(calls).isNotEmpty();
		for (JsonNode call : calls) {
			assertThat(bytes(call)).isLessThan(6_000_000);
			call.at("/Findings").forEach((finding) -> {
				assertThat(bytes(finding)).isLessThan(240_000);
				assertThat(finding.at("/Title").asString()).hasSizeLessThanOrEqualTo(256);
				assertThat(finding.at("/Description").asString()).hasSizeBetween(1, 1024);
				assertThat(finding.at("/AwsAccountName").asString("")).hasSizeLessThanOrEqualTo(50);
				assertThat(finding.at("/ProductFields").size()).isLessThanOrEqualTo(50);
			});
		}
	}

	@Test
	void fillsACallByItsBytesToo() {
		StringBuilder written = new StringBuilder();
		AsffBatches batches = new AsffBatches(new Lines(new OutputStream() {

			@Override
			public void write(int character) {
				throw new UnsupportedOperationException();
			}

			@Override
			public void write(byte[] line) {
				assertThat(line.length).isLessThanOrEqualTo(6_000_000);
				written.append(new String(line, StandardCharsets.UTF_8));
			}

		}));
		String large = "\"" + "x".repeat(239_000) + "\"";
		for (int i = 0; i < 60; i++) {
			batches.add("here", large);
		}
		batches.end();
		List<JsonNode> calls = written.toString().lines().map(JsonMapper.shared()::readTree).toList();
		assertThat(calls.stream().map((call) -> call.at("/Findings").size())).containsExactly(25, 25, 10);
	}

	private static int bytes(JsonNode json) {
		return json.toString().getBytes(StandardCharsets.UTF_8).length;
	}

	private JsonNode finding(String finding) throws IOException {
		return export(new SmallNight(this.directory).findings(finding)).get(0).at("/Findings/0");
	}

	/** The calls of a night, each held to the SDK's model. */
	private static List<JsonNode> export(SmallNight night) throws IOException {
		List<JsonNode> calls = Files.readAllLines(night.export(ExportFormat.ASFF))
			.stream()
			.map(JsonMapper.shared()::readTree)
			.toList();
		assertThat(calls).allSatisfy((call) -> {
			assertThat(SdkModel.mistakes(call, BatchImportFindingsRequest.builder().build())).isEmpty();
			call.at("/Findings").forEach(AsffExportTests::hold);
		});
		return calls;
	}

	private static void hold(JsonNode finding) {
		assertThat(finding.propertyNames()).containsAll(REQUIRED);
		assertThat(ComplianceStatus.fromValue(finding.at("/Compliance/Status").asString()))
			.isNotEqualTo(ComplianceStatus.UNKNOWN_TO_SDK_VERSION);
		assertThat(SeverityLabel.fromValue(finding.at("/FindingProviderFields/Severity/Label").asString()))
			.isNotEqualTo(SeverityLabel.UNKNOWN_TO_SDK_VERSION);
		assertThat(RecordState.fromValue(finding.at("/RecordState").asString()))
			.isNotEqualTo(RecordState.UNKNOWN_TO_SDK_VERSION);
		assertThat(Partition.fromValue(finding.at("/Resources/0/Partition").asString()))
			.isNotEqualTo(Partition.UNKNOWN_TO_SDK_VERSION);
		if (finding.has("Workflow")) {
			assertThat(WorkflowStatus.fromValue(finding.at("/Workflow/Status").asString()))
				.isNotEqualTo(WorkflowStatus.UNKNOWN_TO_SDK_VERSION);
		}
	}

	@Test
	void isHeldToAModelThatRefusesOtherThings() {
		JsonNode call = JsonMapper.shared().readTree("{\"Findings\": [{\"Id\": \" \", \"Colour\": \"red\"}]}");
		assertThat(SdkModel.mistakes(call, BatchImportFindingsRequest.builder().build()))
			.contains("/Findings/*/Colour is no member")
			.anyMatch((mistake) -> mistake.startsWith("/Findings/*/Id is no String"));
	}

}
