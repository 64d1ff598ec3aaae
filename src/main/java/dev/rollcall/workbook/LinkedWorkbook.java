package dev.rollcall.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** POI's streaming workbook, with the links of its sheets streamed too. */
final class LinkedWorkbook extends SXSSFWorkbook {

	private final Map<XSSFSheet, Links> links = new LinkedHashMap<>();

	/**
	 * Begins a workbook.
	 * @param window rows of a sheet that stay in memory
	 */
	LinkedWorkbook(XSSFWorkbook template, int window) {
		super(template, window);
	}

	Links links(XSSFSheet sheet) {
		return this.links.computeIfAbsent(sheet, Links::new);
	}

	@Override
	protected void injectData(ZipEntrySource parts, OutputStream out) throws IOException {
		Map<String, Insertion> insertions = new HashMap<>();
		this.links.forEach((sheet, links) -> {
			PackagePartName part = sheet.getPackagePart().getPartName();
			put(insertions, part, "</hyperlinks>", links.elements());
			put(insertions, PackagingURIHelper.getRelationshipPartName(part), "</Relationships>",
					links.relationships());
		});
		super.injectData(new LinkedParts(parts, insertions), out);
	}

	private static void put(Map<String, Insertion> insertions, PackagePartName part, String before, byte[] text) {
		if (text.length > 0) {
			insertions.put(part.getName().substring(1), new Insertion(before, text));
		}
	}

}
