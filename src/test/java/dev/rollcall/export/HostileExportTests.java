package dev.rollcall.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What bad names become in each format: read back by readers that are not ours. */
class HostileExportTests {

	private static final List<String> TEXTS = HostileTexts.all();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void csvIsInertAndSaysThemAll() throws IOException, SQLException {
		Path file = export(ExportFormat.CSV);
		for (String column : List.of("reason", "resource_id", "account_name", "ou_path", "environment", "waiver_id")) {
			List<String> cells = Csv.rows(file).stream().map((row) -> row.get(column)).toList();
			assertThat(cells).allMatch((cell) -> !cell.isEmpty() && "=+-@\t\r\n\uFF1D".indexOf(cell.charAt(0)) < 0);
			assertThat(cells.stream().map((cell) -> cell.startsWith("'") ? cell.substring(1) : cell))
				.isEqualTo(TEXTS.stream()
					.map(HostileExportTests::withPictures)
					.map((text) -> text.startsWith("'") ? text.substring(1) : text)
					.toList());
		}
	}

	@Test
	void ocsfSaysThemAsTheyAre() throws IOException {
		List<String> lines = Files.readAllLines(export(ExportFormat.OCSF));
		List<JsonNode> events = lines.stream().map(JsonMapper.shared()::readTree).toList();
		for (String place : List.of("/message", "/compliance/status_details/0", "/resources/0/uid",
				"/cloud/account/name", "/cloud/org/ou_name", "/unmapped/waiver/waiver_id")) {
			assertThat(events.stream().map((event) -> event.at(place).asString())).isEqualTo(TEXTS);
		}
		assertThat(lines).allSatisfy((line) -> assertThat(Schemas.mistakes(Schemas.OCSF, line)).isEmpty());
	}

	@Test
	void asffSaysThemInALineAndCutsWhatIsTooLong() throws IOException {
		List<JsonNode> findings = Files.readAllLines(export(ExportFormat.ASFF))
			.stream()
			.flatMap((line) -> JsonMapper.shared().readTree(line).at("/Findings").valueStream())
			.toList();
		List<String> lines = TEXTS.stream().map(HostileExportTests::inALine).toList();
		for (String place : List.of("/Description", "/ProductFields/rollcall~1reason", "/Resources/0/Id",
				"/ProductFields/rollcall~1waiver_id", "/ProductFields/rollcall~1ou_path")) {
			assertThat(findings).hasSameSizeAs(lines);
			for (int i = 0; i < lines.size(); i++) {
				String text = findings.get(i).at(place).asString();
				boolean cut = lines.get(i).length() > 1000;
				assertThat(cut ? text.replace("…", "") : text)
					.isEqualTo(cut ? lines.get(i).substring(0, text.length() - 1) : lines.get(i));
			}
		}
	}

	@Test
	void oscalSaysThemInALineOfPlainText() throws IOException {
		String json = Files.readString(export(ExportFormat.OSCAL));
		assertThat(Schemas.mistakes(Schemas.OSCAL, json)).isEmpty();
		JsonNode result = JsonMapper.shared().readTree(json).at("/assessment-results/results/0");
		List<String> lines = TEXTS.stream().map(HostileExportTests::asAValue).toList();
		assertThat(values(result.at("/observations"), "resource-id")).isEqualTo(lines);
		assertThat(values(result.at("/observations"), "waiver-id")).isEqualTo(lines);
		assertThat(values(result.at("/local-definitions/inventory-items"), "account-name")).isEqualTo(lines);
		assertThat(result.at("/observations")
			.valueStream()
			.map((observation) -> observation.at("/description").asString().replaceAll("\\\\(.)", "$1")))
			.isEqualTo(lines);
	}

	private static List<String> values(JsonNode holders, String property) {
		return holders.valueStream()
			.flatMap((holder) -> holder.at("/props").valueStream())
			.filter((candidate) -> candidate.at("/name").asString().equals(property))
			.map((candidate) -> candidate.at("/value").asString())
			.toList();
	}

	/** Each ends with a number, so that only its beginning can be a space. */
	private static String asAValue(String text) {
		return inALine(text).replaceAll("[\u0085\u2028]", "\u2424").replaceAll("^[ \u00a0\ufeff]", "\u2420");
	}

	private Path export(ExportFormat format) throws IOException {
		return HostileTexts.night(new SmallNight(this.directory)).export(format);
	}

	private static String withPictures(String text) {
		return text.replace('\u0000', '\u2400').replace('\u001b', '\u241b').replace('\u007f', '\u2421');
	}

	private static String inALine(String text) {
		return withPictures(text).replace('\t', '\u2409').replace('\n', '\u240a').replace('\r', '\u240d');
	}

}
