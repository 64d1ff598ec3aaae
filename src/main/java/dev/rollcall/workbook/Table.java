package dev.rollcall.workbook;

import java.util.List;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;

/**
 * A table of Excel's, from the first column on.
 *
 * @param name unlike any other of the workbook
 * @param headers all different: Excel repairs a file where two are the same
 * @param headerRow counted from 0
 */
record Table(String name, List<String> headers, int headerRow) {

	private static final String STYLE = "TableStyleLight1";

	Table {
		headers = List.copyOf(headers);
	}

	/**
	 * Marks it as a table. Its rows may be streamed away by then: POI is told the
	 * headers, which it would read from the cells.
	 * @param lastRow counted from 0
	 */
	void mark(XSSFSheet sheet, int lastRow) {
		CellReference first = new CellReference(this.headerRow, 0);
		CellReference last = new CellReference(lastRow, this.headers.size() - 1);
		XSSFTable table = sheet.createTable(new AreaReference(first, last, SpreadsheetVersion.EXCEL2007));
		table.setName(this.name);
		table.setDisplayName(this.name);
		for (int i = 0; i < this.headers.size(); i++) {
			table.getCTTable().getTableColumns().getTableColumnArray(i).setName(this.headers.get(i));
		}
		table.getCTTable().addNewAutoFilter().setRef(table.getCTTable().getRef());
		table.getCTTable().addNewTableStyleInfo().setShowRowStripes(true);
		table.setStyleName(STYLE);
	}

}
