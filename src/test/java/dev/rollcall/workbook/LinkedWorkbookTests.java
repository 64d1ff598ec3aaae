package dev.rollcall.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinkedWorkbookTests {

	private static final String NAME = "R&D \"<1>\"";

	@Test
	void keepsEveryLinkWithItsCell() throws IOException {
		Map<String, String> written = links((links) -> {
			links.toPlace(new CellReference("A1"), "'" + NAME + "'!A7");
			links.toPlace(new CellReference("B2"), "'" + NAME + "'!A8");
			links.toAddress(new CellReference("C3"), "https://one.example/?a=1&b=2");
			links.toAddress(new CellReference("D4"), "https://two.example/?a=1&b=2");
			links.toAddress(new CellReference("E5"), "https://three.example/");
		});
		assertThat(written).isEqualTo(Map.of("A1", "'" + NAME + "'!A7", "B2", "'" + NAME + "'!A8", "C3",
				"https://one.example/?a=1&b=2", "D4", "https://two.example/?a=1&b=2", "E5", "https://three.example/"));
	}

	@Test
	void leavesASheetWithoutLinksAsItIs() throws IOException {
		assertThat(links((links) -> {
		})).isEmpty();
	}

	@Test
	void refusesToLoseLinks() {
		Insertion insertion = new Insertion("</hyperlinks>", new byte[] { 1 });
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> insertion.into(new ByteArrayInputStream("<worksheet/>".getBytes(StandardCharsets.UTF_8))))
			.withMessageContaining("</hyperlinks>");
	}

	private static Map<String, String> links(Consumer<Links> write) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (LinkedWorkbook workbook = new LinkedWorkbook(new XSSFWorkbook(), 10)) {
			workbook.createSheet(NAME).createRow(0).createCell(0).setCellValue("text");
			write.accept(workbook.links(workbook.getXSSFWorkbook().getSheet(NAME)));
			workbook.write(file);
		}
		Map<String, String> links = new TreeMap<>();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
			XSSFSheet sheet = workbook.getSheet(NAME);
			assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("text");
			for (XSSFHyperlink link : sheet.getHyperlinkList()) {
				links.put(link.getCellRef(), link.getAddress());
			}
		}
		return links;
	}

}
