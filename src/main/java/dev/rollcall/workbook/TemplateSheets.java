package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Turns a copy of the template into the workbook's beginning: its samples become styles,
 * its sheets get their names, and a cell such as {@code {cover.title}} the text of that
 * name; what an officer wrote instead stays.
 */
final class TemplateSheets {

	private TemplateSheets() {
	}

	static Styles prepare(XSSFWorkbook workbook, Words words) {
		Map<Look, XSSFCellStyle> looks = new EnumMap<>(Look.class);
		Sheet samples = Template.cell(workbook, Look.TEXT.rangeName()).getSheet();
		for (Look look : Look.values()) {
			XSSFCell sample = Template.cell(workbook, look.rangeName());
			looks.put(look, sample.getCellStyle());
		}
		rename(workbook, Template.COVER, words.text("sheet." + FixedTab.COVER.key()));
		rename(workbook, Template.CHARTS, words.text("sheet." + FixedTab.CHARTS.key()));
		fillIn(workbook, words);
		removeSamples(workbook, samples);
		return new Styles(workbook, looks, words.messages().isJapanese());
	}

	private static void rename(XSSFWorkbook workbook, String rangeName, String name) {
		Sheet sheet = Template.cell(workbook, rangeName).getSheet();
		workbook.setSheetName(workbook.getSheetIndex(sheet), name);
	}

	private static void fillIn(XSSFWorkbook workbook, Words words) {
		for (Sheet sheet : workbook) {
			for (Row row : sheet) {
				row.forEach((cell) -> fillIn(cell, words));
			}
		}
	}

	private static void fillIn(Cell cell, Words words) {
		String text = (cell.getCellType() == CellType.STRING) ? cell.getStringCellValue() : "";
		if (text.startsWith("{") && text.endsWith("}")) {
			words.messages().find(text.substring(1, text.length() - 1)).ifPresent(cell::setCellValue);
		}
	}

	/** The names go first: one without its sheet is a broken reference. */
	private static void removeSamples(XSSFWorkbook workbook, Sheet samples) {
		List<Name> names = new ArrayList<>(workbook.getAllNames());
		names.stream().filter((name) -> name.getNameName().startsWith(Look.PREFIX)).forEach(workbook::removeName);
		workbook.removeSheetAt(workbook.getSheetIndex(samples));
	}

}
