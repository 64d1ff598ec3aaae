package dev.rollcall.workbook;

import java.util.List;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;

/**
 * A chart of the template. It keeps its looks; what it shows, its title and its
 * description are this night's. A template without it is fine.
 */
final class NightChart {

	private final XSSFSheet sheet;

	private final String name;

	/**
	 * Looks for a chart.
	 * @param name as Excel's selection pane shows it
	 */
	NightChart(XSSFSheet sheet, String name) {
		this.sheet = sheet;
		this.name = name;
	}

	/**
	 * Has it show a table: its first column are the categories, each further one a
	 * series.
	 * @param header the row of the table's header
	 * @param last the table's last row
	 */
	void show(String title, String description, List<String> series, int header, int last) {
		XSSFDrawing drawing = this.sheet.getDrawingPatriarch();
		if (drawing == null) {
			return;
		}
		for (XSSFChart chart : drawing.getCharts()) {
			XSSFGraphicFrame frame = chart.getGraphicFrame();
			if (frame != null && frame.getName().equals(this.name)) {
				chart.setTitleText(title);
				describe(frame, title, description);
				chart.getChartSeries().forEach((data) -> show(chart, data, series, header, last));
			}
		}
	}

	private static void describe(XSSFGraphicFrame frame, String title, String description) {
		CTNonVisualDrawingProps properties = frame.getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr();
		properties.setTitle(title);
		properties.setDescr(description);
	}

	private void show(XSSFChart chart, XDDFChartData data, List<String> series, int header, int last) {
		XDDFDataSource<?> categories = XDDFDataSourcesFactory.fromStringCellRange(this.sheet,
				new CellRangeAddress(header + 1, last, 0, 0));
		for (int i = 0; i < Math.min(series.size(), data.getSeriesCount()); i++) {
			int column = i + 1;
			XDDFChartData.Series shown = data.getSeries(i);
			shown.replaceData(categories, XDDFDataSourcesFactory.fromNumericCellRange(this.sheet,
					new CellRangeAddress(header + 1, last, column, column)));
			shown.setTitle(series.get(i), new CellReference(this.sheet.getSheetName(), header, column, true, true));
		}
		chart.plot(data);
	}

}
