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
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OscalExportTests {

	private static final String COMPLIANT = SmallNight.finding("root.mfa", "COMPLIANT", "Fine.");

	private static final String UNKNOWN = SmallNight.finding("root.mfa", "INSUFFICIENT_DATA", "eu-west-1",
			"000000000001", "Denied.");

	private static final String FAILED = SmallNight.finding("root.mfa", "NON_COMPLIANT", "eu-west-1", "arn:1",
			"No factor.");

	private static final String NOWHERE = SmallNight.finding("root.mfa", "NOT_APPLICABLE", "eu-west-1", "arn:2",
			"Closed.");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void isSatisfiedWhereAllThatWasApplicableIsCompliant() throws IOException {
		JsonNode finding = result(COMPLIANT, NOWHERE).at("/findings/0");
		assertThat(finding.at("/target/target-id").asString()).isEqualTo("PR.AA-03_statement");
		assertThat(finding.at("/target/type").asString()).isEqualTo("statement-id");
		assertThat(finding.at("/target/status/state").asString()).isEqualTo("satisfied");
		assertThat(finding.at("/target/status/reason").asString()).isEqualTo("pass");
		assertThat(finding.at("/description").asString())
			.startsWith("Judged by 1 controls on 1 accounts: 1 COMPLIANT, 0 NON_COMPLIANT");
	}

	@Test
	void isNeverSatisfiedWithGaps() throws IOException {
		JsonNode status = result(COMPLIANT, UNKNOWN).at("/findings/0/target/status");
		assertThat(status.at("/state").asString()).isEqualTo("not-satisfied");
		assertThat(status.at("/reason").asString()).isEqualTo("other");
		assertThat(status.at("/remarks").asString()).contains("1 judgements lack data");
	}

	@Test
	void isNeverSatisfiedByAPartOfTheAccounts() throws IOException {
		JsonNode status = result(new SmallNight(this.directory).partial().findings(COMPLIANT))
			.at("/findings/0/target/status");
		assertThat(status.at("/state").asString()).isEqualTo("not-satisfied");
		assertThat(status.at("/reason").asString()).isEqualTo("other");
	}

	@Test
	void isNotSatisfiedWhereAnythingFailedEvenIfItIsAccepted() throws IOException {
		SmallNight night = new SmallNight(this.directory).findings(COMPLIANT, UNKNOWN, SmallNight.waived(FAILED, "w-1"))
			.with(JudgedDatasets.WAIVER, "SELECT 'w-1' AS waiver_id, 'Taro' AS owner");
		JsonNode result = result(night);
		assertThat(result.at("/findings/0/target/status/reason").asString()).isEqualTo("fail");
		assertThat(result.at("/findings/0/description").asString()).contains("1 accepted by a waiver");
		assertThat(result.at("/findings/0/related-observations").size()).isEqualTo(3);
		assertThat(value(observation(result, "arn:1"), "waiver-owner")).isEqualTo("Taro");
	}

	@Test
	void findsNothingWhereNothingWasApplicableAndSaysSo() throws IOException {
		JsonNode result = result(NOWHERE);
		assertThat(result.has("findings")).isFalse();
		assertThat(result.at("/observations").size()).isEqualTo(1);
		assertThat(result.at("/remarks").asString()).contains("nothing is found, in: PR.AA-03.");
	}

	@Test
	void namesTheControlsThatAreLeftOut() throws IOException {
		SmallNight night = new SmallNight(this.directory).findings(COMPLIANT)
			.with(JudgedDatasets.LEFT_OUT_CONTROL, "SELECT 'root.no_keys' AS control_id");
		assertThat(result(night).at("/remarks").asString()).contains("leaves out: root.no\\_keys.");
	}

	@Test
	void observesEachFindingOfOursOnItsAccount() throws IOException {
		JsonNode result = result(FAILED);
		JsonNode observation = result.at("/observations/0");
		assertThat(observation.at("/methods/0").asString()).isEqualTo("TEST");
		assertThat(observation.at("/description").asString()).isEqualTo("No factor.");
		assertThat(observation.at("/subjects/0/subject-uuid"))
			.isEqualTo(result.at("/local-definitions/inventory-items/0/uuid"));
		assertThat(result.at("/local-definitions/inventory-items/0/props/0/value").asString())
			.isEqualTo("000000000001");
		assertThat(value(observation, "verdict")).isEqualTo("NON_COMPLIANT");
		assertThat(value(observation, "first-seen-on")).isEqualTo("2026-11-01");
		assertThat(result.at("/findings/0/related-observations/0/observation-uuid")).isEqualTo(observation.at("/uuid"));
		assertThat(result.at("/reviewed-controls/control-selections/0/include-controls/0/control-id").asString())
			.isEqualTo("PR.AA-03");
	}

	@Test
	void namesTheAccountOfEveryFinding() throws IOException {
		JsonNode result = result(
				new SmallNight(this.directory).accounts("SELECT '000000000002' AS account_id").findings(COMPLIANT));
		assertThat(result.at("/local-definitions/inventory-items")
			.valueStream()
			.map((item) -> item.at("/props/0/value").asString())).containsExactly("000000000002", "000000000001");
	}

	@Test
	void marksASimulatedNight() throws IOException {
		JsonNode document = document(new SmallNight(this.directory).simulated().findings(COMPLIANT));
		assertThat(document.at("/assessment-results/metadata/title").asString()).startsWith("[SIMULATED] ");
		assertThat(document.at("/assessment-results/results/0/title").asString()).startsWith("[SIMULATED] ");
		assertThat(value(document.at("/assessment-results/metadata"), "simulated")).isEqualTo("true");
	}

	@Test
	void namesTheManifestAndItsHash() throws IOException {
		JsonNode document = document(new SmallNight(this.directory).findings(COMPLIANT));
		assertThat(document.at("/assessment-results/import-ap/href").asString())
			.isEqualTo("#" + document.at("/assessment-results/back-matter/resources/0/uuid").asString());
		JsonNode link = document.at("/assessment-results/back-matter/resources/1/rlinks/0");
		assertThat(link.at("/href").asString())
			.isEqualTo("manifests/snapshot_date=2026-11-20/run_id=run-1/manifest.json");
		assertThat(link.at("/hashes/0/value").asString()).matches("[0-9a-f]{64}");
	}

	@Test
	void isTheSameEveryTime() throws IOException {
		SmallNight night = new SmallNight(this.directory).findings(COMPLIANT, FAILED);
		assertThat(result(night)).isEqualTo(result(night));
	}

	@Test
	void makesTheIdsThatAnyMakerOfVersion5Makes() {
		assertThat(OscalId.of("observation", "05eec874f48d10f3")).hasToString("8ddec750-72af-53ab-bb75-4d0de192a256");
	}

	@Test
	void refusesANightThatJudgedNothing() {
		assertThatIllegalStateException().isThrownBy(() -> new SmallNight(this.directory).export(ExportFormat.OSCAL))
			.withMessageContaining("No control judged anything");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~',
			value = { "~<img src=x>~, ~\\<img src=x\\>~", "~![x](y)~, ~\\!\\[x\\](y)~",
					"~{{ insert: x }}~, ~\\{\\{ insert: x \\}\\}~", "~ a ~, ␠a␠", "~~, -",
					"arn:aws:s3:::a-b, arn:aws:s3:::a-b" })
	void showsMarkupAsText(String text, String markup) {
		assertThat(OscalText.markup(text)).isEqualTo(markup);
	}

	@Test
	void isHeldToASchemaThatRefusesOtherThings() {
		assertThat(Schemas.mistakes(Schemas.OSCAL, "{\"assessment-results\": {\"colour\": \"red\"}}")).isNotEmpty();
	}

	private JsonNode result(String... findings) throws IOException {
		return result(new SmallNight(this.directory).findings(findings));
	}

	private static JsonNode result(SmallNight night) throws IOException {
		return document(night).at("/assessment-results/results/0");
	}

	/** The document, held to the schema. */
	private static JsonNode document(SmallNight night) throws IOException {
		String json = Files.readString(night.export(ExportFormat.OSCAL));
		assertThat(Schemas.mistakes(Schemas.OSCAL, json)).isEmpty();
		return JsonMapper.shared().readTree(json);
	}

	private static JsonNode observation(JsonNode result, String resource) {
		return result.at("/observations")
			.valueStream()
			.filter((observation) -> resource.equals(value(observation, "resource-id")))
			.findFirst()
			.orElseThrow();
	}

	private static String value(JsonNode holder, String property) {
		List<String> values = holder.at("/props")
			.valueStream()
			.filter((candidate) -> candidate.at("/name").asString().equals(property))
			.map((candidate) -> candidate.at("/value").asString())
			.toList();
		return values.isEmpty() ? "" : values.get(0);
	}

}
