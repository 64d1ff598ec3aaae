package dev.rollcall.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Templates of the workbook that are refused or look odd, made from the shipped one. */
final class BadTemplates {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

	private final byte[] shipped;

	BadTemplates() throws IOException {
		this.shipped = Files.readAllBytes(Path.of("reports-templates/rollcall.xlsx"));
	}

	/** Each with what it is and a part of what is said of it. */
	Map<InputCase, byte[]> refused() throws IOException {
		Map<InputCase, byte[]> made = new LinkedHashMap<>();
		put(made, "that is a text", "is no .xlsx file", "hello".getBytes(StandardCharsets.UTF_8));
		put(made, "that is empty", "is no .xlsx file", new byte[0]);
		put(made, "that is cut in half", "", Arrays.copyOf(this.shipped, this.shipped.length / 2));
		put(made, "that lost its end", "", Arrays.copyOf(this.shipped, this.shipped.length - 30));
		put(made, "of twenty megabytes", "is larger than 20 MB", new byte[20_000_001]);
		put(made, "that unpacks without end", "unpacks to more than a template can need",
				with("xl/media/image9.png", new byte[60_000_000]));
		put(made, "with macros", "holds macros", with("xl/vbaProject.bin", new byte[10]));
		put(made, "that refers to another workbook", "links to other files",
				changed(RELATIONSHIPS, "</Relationships>",
						"<Relationship Id='rId99' Type='http://x/externalLinkPath' Target='http://x/'"
								+ " TargetMode='External'/></Relationships>"));
		put(made, "with a formula", "holds a formula", changed(SHEET, "<sheetData>",
				"<sheetData><row r='999'><c r='A999'><f>WEBSERVICE(\"http://x/\")</f></c></row>"));
		put(made, "with an entity", "",
				changed(SHEET, "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet"));
		put(made, "without a name", "has no named range style_bad",
				changed("xl/workbook.xml", "name=\"style_bad\"", "name=\"style_worse\""));
		put(made, "whose parts are there twice", "", twice());
		put(made, "without its workbook", "", without("xl/workbook.xml"));
		put(made, "whose styles are none", "", with("xl/styles.xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
		return made;
	}

	/** Each with what it is. */
	Map<String, byte[]> odd() throws IOException {
		return Map.of("with a link to click",
				changed(RELATIONSHIPS, "</Relationships>",
						"<Relationship Id='rId99' Type='http://x/hyperlink' Target='https://example.com/'"
								+ " TargetMode='External'/></Relationships>"),
				"with a part that nobody knows", with("xl/media/note.png", new byte[100]));
	}

	private static void put(Map<InputCase, byte[]> made, String title, String expected, byte[] content) {
		made.put(new InputCase(title, "", "reports-templates/rollcall.xlsx: " + expected), content);
	}

	private byte[] with(String part, byte[] content) throws IOException {
		Map<String, byte[]> parts = parts();
		parts.put(part, content);
		return zip(parts);
	}

	private byte[] without(String part) throws IOException {
		Map<String, byte[]> parts = parts();
		parts.remove(part);
		return zip(parts);
	}

	private byte[] changed(String part, String text, String instead) throws IOException {
		String content = new String(parts().get(part), StandardCharsets.UTF_8);
		if (!content.contains(text)) {
			throw new IOException(part + " has no " + text + ": " + content);
		}
		return with(part, content.replace(text, instead).getBytes(StandardCharsets.UTF_8));
	}

	/** The name of a part is put over that of another of the same length. */
	private byte[] twice() throws IOException {
		Map<String, byte[]> parts = parts();
		parts.put("xl/worksheets/sheetA.xml", parts.get(SHEET));
		parts.put("xl/worksheets/sheetB.xml", parts.get(SHEET));
		String bytes = new String(zip(parts), StandardCharsets.ISO_8859_1);
		return bytes.replace("sheetB.xml", "sheetA.xml").getBytes(StandardCharsets.ISO_8859_1);
	}

	private Map<String, byte[]> parts() throws IOException {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(this.shipped))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return parts;
	}

	private static byte[] zip(Map<String, byte[]> parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		return bytes.toByteArray();
	}

}
