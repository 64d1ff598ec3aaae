package dev.rollcall.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rollcall.control.JudgedDatasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class OcsfExportTests {

	private static final String SCHEMA_WANTS = "a compliance finding of OCSF 1.8.0";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "NON_COMPLIANT, 3, Fail, 4, 1, 2", "INSUFFICIENT_DATA, 2, Warning, 4, 1, 2",
			"COMPLIANT, 1, Pass, 1, 4, 3", "NOT_APPLICABLE, 99, NOT_APPLICABLE, 1, 4, 3" })
	void saysEachVerdictInItsWords(String verdict, int status, String caption, int severity, int state, int activity)
			throws IOException {
		JsonNode event = event(SmallNight.finding("root.mfa", verdict, "So it is."));
		assertThat(event.at("/compliance/status_id").asInt()).isEqualTo(status);
		assertThat(event.at("/compliance/status").asString()).isEqualTo(caption);
		assertThat(event.at("/compliance/status_details/0").asString()).isEqualTo("So it is.");
		assertThat(event.at("/compliance/checks/0/severity_id").asInt()).isEqualTo(4);
		assertThat(event.at("/severity_id").asInt()).isEqualTo(severity);
		assertThat(event.at("/status_id").asInt()).isEqualTo(state);
		assertThat(event.at("/activity_id").asInt()).isEqualTo(activity);
		assertThat(event.at("/type_uid").asInt()).isEqualTo(200_300 + activity);
	}

	@Test
	void createsAFindingOnItsFirstNight() throws IOException {
		JsonNode event = event(SmallNight.tonight(SmallNight.finding("root.mfa", "NON_COMPLIANT", "No factor.")));
		assertThat(event.at("/activity_id").asInt()).isEqualTo(1);
		assertThat(event.at("/finding_info/first_seen_time").asLong()).isEqualTo(1_795_132_800_000L);
	}

	@Test
	void namesWhatItIsAbout() throws IOException {
		JsonNode event = event(
				SmallNight.finding("root.mfa", "NON_COMPLIANT", "eu-west-1", "arn:aws:s3:::web|AWS:*", "Public."));
		assertThat(event.at("/resources/0/uid").asString()).isEqualTo("arn:aws:s3:::web");
		assertThat(event.at("/resources/0/type").asString()).isEqualTo("AwsS3Bucket");
		assertThat(event.at("/unmapped/resource_id").asString()).isEqualTo("arn:aws:s3:::web|AWS:*");
		assertThat(event.at("/cloud/region").asString()).isEqualTo("eu-west-1");
		assertThat(event.at("/cloud/account/uid").asString()).isEqualTo("000000000001");
		assertThat(event.at("/cloud/org/ou_name").asString()).isEqualTo("Root/Prod");
		assertThat(event.at("/compliance/requirements/0").asString()).isEqualTo("PR.AA-03");
		assertThat(event.at("/metadata/labels").isMissingNode()).isTrue();
	}

	@Test
	void suppressesWhatAWaiverAccepts() throws IOException {
		SmallNight night = new SmallNight(this.directory)
			.findings(SmallNight.waived(SmallNight.finding("root.mfa", "NON_COMPLIANT", "No factor."), "w-1"))
			.with(JudgedDatasets.WAIVER, "SELECT 'w-1' AS waiver_id, 'Taro' AS owner");
		JsonNode event = events(night).get(0);
		assertThat(event.at("/status").asString()).isEqualTo("Suppressed");
		assertThat(event.at("/compliance/status").asString()).isEqualTo("Fail");
		assertThat(event.at("/unmapped/waiver/owner").asString()).isEqualTo("Taro");
	}

	@Test
	void marksASimulatedNight() throws IOException {
		SmallNight night = new SmallNight(this.directory).simulated()
			.findings(SmallNight.finding("root.mfa", "NON_COMPLIANT", "No factor."));
		JsonNode event = events(night).get(0);
		assertThat(event.at("/metadata/labels/0").asString()).isEqualTo("simulated");
		assertThat(event.at("/finding_info/title").asString()).startsWith("[SIMULATED] ");
		assertThat(event.at("/unmapped/simulated").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov", "eu-west-1, aws" })
	void knowsThePartition(String region, String partition) throws IOException {
		SmallNight night = new SmallNight(this.directory).regions(region)
			.findings(SmallNight.finding("root.mfa", "COMPLIANT", "Fine."));
		assertThat(events(night).get(0).at("/cloud/cloud_partition").asString()).isEqualTo(partition);
	}

	@Test
	void isHeldToASchemaThatRefusesOtherThings() {
		assertThat(Schemas.mistakes(Schemas.OCSF, "{\"class_uid\": 2003, \"colour\": \"red\"}")).isNotEmpty();
	}

	private JsonNode event(String finding) throws IOException {
		return events(new SmallNight(this.directory).findings(finding)).get(0);
	}

	private static List<JsonNode> events(SmallNight night) throws IOException {
		List<String> lines = Files.readAllLines(night.export(ExportFormat.OCSF));
		assertThat(lines)
			.allSatisfy((line) -> assertThat(Schemas.mistakes(Schemas.OCSF, line)).as(SCHEMA_WANTS).isEmpty());
		return lines.stream().map(JsonMapper.shared()::readTree).toList();
	}

}
