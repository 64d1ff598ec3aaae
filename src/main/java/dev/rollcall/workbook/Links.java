package dev.rollcall.workbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The links of a sheet, kept as the text that the file holds: some 70 bytes each, where
 * an object of POI's takes 2,400. POI itself writes the first of each kind, and with it
 * what the others go into.
 */
final class Links {

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private final XSSFSheet sheet;

	private final Set<HyperlinkType> begun = EnumSet.noneOf(HyperlinkType.class);

	private final ByteArrayOutputStream elements = new ByteArrayOutputStream();

	private final ByteArrayOutputStream relationships = new ByteArrayOutputStream();

	private int addresses;

	Links(XSSFSheet sheet) {
		this.sheet = sheet;
	}

	/** A cell that leads to another of the workbook. */
	void toPlace(CellReference from, String place) {
		if (this.begun.add(HyperlinkType.DOCUMENT)) {
			first(HyperlinkType.DOCUMENT, from, place);
			return;
		}
		write(this.elements,
				"<hyperlink ref=\"%s\" location=\"%s\"/>".formatted(from.formatAsString(), attribute(place)));
	}

	/** A cell that leads to an address. */
	void toAddress(CellReference from, String url) {
		if (this.begun.add(HyperlinkType.URL)) {
			first(HyperlinkType.URL, from, url);
			return;
		}
		String id = "link" + ++this.addresses;
		write(this.elements,
				"<hyperlink xmlns:r=\"%s\" ref=\"%s\" r:id=\"%s\"/>".formatted(OFFICE, from.formatAsString(), id));
		write(this.relationships,
				"<Relationship Id=\"%s\" Type=\"%s/hyperlink\" Target=\"%s\" TargetMode=\"External\"/>".formatted(id,
						OFFICE, attribute(url)));
	}

	private void first(HyperlinkType type, CellReference from, String target) {
		XSSFHyperlink link = this.sheet.getWorkbook().getCreationHelper().createHyperlink(type);
		link.setAddress(target);
		link.setCellReference(from);
		this.sheet.addHyperlink(link);
	}

	private static void write(ByteArrayOutputStream text, String element) {
		text.writeBytes(element.getBytes(StandardCharsets.UTF_8));
	}

	private static String attribute(String value) {
		return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

	/** What belongs into the sheet's {@code hyperlinks}, in UTF-8. */
	byte[] elements() {
		return this.elements.toByteArray();
	}

	/** What belongs into the sheet's {@code Relationships}, in UTF-8. */
	byte[] relationships() {
		return this.relationships.toByteArray();
	}

}
