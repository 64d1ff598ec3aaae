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
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A chart of the template. It keeps its looks; what it shows, its title and its
 * description are this night's. A template without it is fine.
 */
final class NightChart {

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

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
		for (XSSFShape shape : drawing.getShapes()) {
			if (shape instanceof XSSFGraphicFrame frame && frame.getName().equals(this.name)
					&& drawing.getRelationById(relation(frame)) instanceof XSSFChart chart) {
				chart.setTitleText(title);
				describe(frame, title, description);
				chart.getChartSeries().forEach((data) -> show(chart, data, series, header, last));
			}
		}
	}

	/** POI does not keep which frame shows which chart. */
	private static String relation(XSSFGraphicFrame frame) {
		NodeList shown = frame.getCTGraphicalObjectFrame().getGraphic().getGraphicData().getDomNode().getChildNodes();
		for (int i = 0; i < shown.getLength(); i++) {
			if (shown.item(i) instanceof Element element && element.hasAttributeNS(RELATIONS, "id")) {
				return element.getAttributeNS(RELATIONS, "id");
			}
		}
		return "";
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
