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

	private Path export(ExportFormat format) throws IOException {
		return HostileTexts.night(new SmallNight(this.directory)).export(format);
	}

	private static String withPictures(String text) {
		return text.replace('\u0000', '\u2400').replace('\u001b', '\u241b').replace('\u007f', '\u2421');
	}

}
