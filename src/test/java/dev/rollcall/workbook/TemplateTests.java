package dev.rollcall.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import dev.rollcall.input.BadInputException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The shipped template is what {@link TemplateMaker} makes; renewed with
 * {@code -Drollcall.renew-goldens=true}.
 */
class TemplateTests {

	private static final Path SHIPPED = Path.of("reports-templates", Template.FILE);

	@Test
	void isWhatItsMakerMakes() throws IOException {
		byte[] made = new TemplateMaker().make();
		if (Boolean.getBoolean("rollcall.renew-goldens")) {
			Files.write(SHIPPED, made);
		}
		assertThat(parts(made)).usingRecursiveComparison().isEqualTo(parts(Files.readAllBytes(SHIPPED)));
		Template.of(made);
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					xl/vbaProject.bin, x, holds macros (xl/vbaProject.bin)
					xl/macrosheets/sheet1.xml, <x/>, holds macros (xl/macrosheets/sheet1.xml)
					xl/externalLinks/externalLink1.xml, <x/>, links to other files (xl/externalLinks/externalLink1.xml)
					xl/embeddings/oleObject1.bin, x, holds embedded objects (xl/embeddings/oleObject1.bin)
					xl/activeX/activeX1.xml, <x/>, holds controls (xl/activeX/activeX1.xml)
					xl/connections.xml, <x/>, holds data connections (xl/connections.xml)
					xl/queryTables/queryTable1.xml, <x/>, holds data connections (xl/queryTables/queryTable1.xml)
					xl/webextensions/taskpanes.xml, <x/>, holds add-ins (xl/webextensions/taskpanes.xml)
					xl/a.rels, <a><Relationship Type='http://x/vbaProject'/></a>, holds macros (xl/a.rels)
					xl/a.rels, <a><Relationship Type='http://x/image' TargetMode='External'/></a>, links to other files (xl/a.rels)
					a.xml, <a><Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></a>, holds macros (a.xml)
					a.xml, <f xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>NOW()</f>, 'holds a formula, where only values are taken (a.xml)'
					a.xml, <a>, is damaged: a.xml is no well-formed XML
					""")
	void refusesWhatRunsOrCalls(String part, String content, String message) throws IOException {
		byte[] changed = with(part, content.getBytes(StandardCharsets.UTF_8));
		refused(changed, message);
	}

	@Test
	void takesAHyperlink() throws IOException {
		byte[] changed = with("xl/a.rels", "<a><Relationship Type='http://x/hyperlink' TargetMode='External'/></a>"
			.getBytes(StandardCharsets.UTF_8));
		assertThat(new TemplateParts().problem(changed)).isNull();
	}

	@Test
	void refusesABomb() throws IOException {
		refused(with("xl/media/image2.png", new byte[50_000_000]), "unpacks to more than a template can need");
	}

	@Test
	void refusesWhatIsNoWorkbook() throws IOException {
		refused("hello".getBytes(StandardCharsets.UTF_8), "is no .xlsx file (an encrypted one cannot be used either)");
		refused(new byte[20_000_001], "is larger than 20 MB");
		byte[] whole = Files.readAllBytes(SHIPPED);
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> Template.of(Arrays.copyOf(whole, whole.length / 2)));
	}

	@Test
	void refusesWhatLacksAName() throws IOException {
		refused(changed((workbook) -> workbook.removeName(workbook.getName("style_bad"))),
				"has no named range style_bad that points to a cell");
		refused(changed((workbook) -> workbook.removeSheetAt(workbook.getSheetIndex("Charts"))),
				"has no named range charts_data that points to a cell");
	}

	private static void refused(byte[] template, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> Template.of(template))
			.withMessage("reports-templates/rollcall.xlsx: " + message);
	}

	static byte[] changed(Consumer<XSSFWorkbook> change) throws IOException {
		ByteArrayOutputStream changed = new ByteArrayOutputStream();
		try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(SHIPPED))) {
			change.accept(workbook);
			workbook.write(changed);
		}
		return changed.toByteArray();
	}

	private static byte[] with(String part, byte[] content) throws IOException {
		Map<String, byte[]> parts = parts(Files.readAllBytes(SHIPPED));
		parts.put(part, content);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		return bytes.toByteArray();
	}

	private static Map<String, byte[]> parts(byte[] file) throws IOException {
		Map<String, byte[]> parts = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return parts;
	}

}
