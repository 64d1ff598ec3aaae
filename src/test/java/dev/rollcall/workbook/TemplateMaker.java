package dev.rollcall.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Makes the shipped template. An officer restyles a copy in Excel; this is only where the
 * shipped one comes from.
 */
final class TemplateMaker {

	private static final String NAVY = "1F3864";

	private static final String GREEN = "548235";

	private static final String RED = "C00000";

	private static final String AMBER = "FFC000";

	private static final String GREY = "A6A6A6";

	/** The row behind the charts. */
	private static final int FIGURES = 65;

	private final XSSFWorkbook workbook = new XSSFWorkbook();

	/** The template's bytes: the same in every part each time. */
	byte[] make() throws IOException {
		XSSFSheet cover = this.workbook.createSheet("Cover");
		XSSFSheet charts = this.workbook.createSheet("Charts");
		XSSFSheet samples = this.workbook.createSheet("Styles");
		samples(samples);
		cover(cover);
		charts(charts);
		Optional<Date> date = Optional.of(Date.from(Instant.parse("2026-01-01T00:00:00Z")));
		this.workbook.getProperties().getCoreProperties().setTitle("Rollcall: template of the workbook");
		this.workbook.getProperties().getCoreProperties().setCreator("Rollcall");
		this.workbook.getProperties().getCoreProperties().setCreated(date);
		this.workbook.getProperties().getCoreProperties().setModified(date);
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			this.workbook.write(bytes);
			this.workbook.close();
			return bytes.toByteArray();
		}
	}

	private void samples(XSSFSheet sheet) {
		sheet.setColumnWidth(0, 24 * 256);
		sheet.setColumnWidth(1, 70 * 256);
		XSSFCell title = sheet.createRow(0).createCell(0);
		title.setCellValue(
				"Restyle the cells of column A: fonts, fills, borders, formats. Keep the names of the cells.");
		int row = 1;
		for (Look look : Look.values()) {
			XSSFCell sample = sheet.createRow(row++).createCell(0);
			sample.setCellValue(look.name().toLowerCase(Locale.ROOT).replace('_', ' '));
			sample.setCellStyle(style(look));
			name(look.rangeName(), sample);
		}
	}

	private XSSFCellStyle style(Look look) {
		return switch (look) {
			case TITLE -> style(20, true, NAVY, null);
			case HEADING -> style(13, true, NAVY, null);
			case LABEL -> style(10, true, "000000", null);
			case NOTE -> style(10, false, "595959", null);
			case HEADER -> header();
			case HEADER_VERTICAL -> upright();
			case TEXT -> style(10, false, "000000", null);
			case GOOD -> style(10, false, "0B5A1E", "C6EFCE");
			case BAD -> style(10, true, "9C0006", "FFC7CE");
			case UNKNOWN -> style(10, false, "7F4F00", "FFEB9C");
			case NOTHING -> style(10, false, "404040", "E7E6E6");
			case NUMBER -> formatted("#,##0");
			case SHARE -> formatted("0.0%");
			case TREND -> formatted("\"▲ \"0.0;\"▼ \"0.0;\"= \"0.0");
			case DATE -> formatted("yyyy-mm-dd");
			case TIME -> formatted("yyyy-mm-dd hh:mm:ss");
			case LINK -> link();
		};
	}

	private XSSFCellStyle style(int points, boolean bold, String colour, @Nullable String fill) {
		XSSFCellStyle style = this.workbook.createCellStyle();
		XSSFFont font = this.workbook.createFont();
		font.setFontName("Calibri");
		font.setFontHeightInPoints((short) points);
		font.setBold(bold);
		font.setColor(colour(colour));
		style.setFont(font);
		style.setVerticalAlignment(VerticalAlignment.TOP);
		if (fill != null) {
			style.setFillForegroundColor(colour(fill));
			style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		}
		return style;
	}

	private XSSFCellStyle header() {
		XSSFCellStyle style = style(10, true, "FFFFFF", NAVY);
		style.setWrapText(true);
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		style.setBorderBottom(BorderStyle.THIN);
		return style;
	}

	private XSSFCellStyle upright() {
		XSSFCellStyle style = header();
		style.setRotation((short) 90);
		style.setWrapText(false);
		style.setAlignment(HorizontalAlignment.CENTER);
		style.setVerticalAlignment(VerticalAlignment.BOTTOM);
		return style;
	}

	private XSSFCellStyle formatted(String format) {
		XSSFCellStyle style = style(10, false, "000000", null);
		style.setDataFormat(this.workbook.createDataFormat().getFormat(format));
		style.setAlignment(format.startsWith("y") ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
		return style;
	}

	private XSSFCellStyle link() {
		XSSFCellStyle style = style(10, false, "0563C1", null);
		style.getFont().setUnderline(XSSFFont.U_SINGLE);
		return style;
	}

	private static XSSFColor colour(String rgb) {
		return new XSSFColor(HexFormat.of().parseHex("FF" + rgb));
	}

	private void cover(XSSFSheet sheet) throws IOException {
		int[] widths = { 50, 40, 22, 48, 40, 12 };
		for (int i = 0; i < widths.length; i++) {
			sheet.setColumnWidth(i, widths[i] * 256);
		}
		sheet.setDisplayGridlines(false);
		cell(sheet, 0, "{cover.title}", Look.TITLE).getRow().setHeightInPoints(30);
		cell(sheet, 1, "{cover.subtitle}", Look.NOTE);
		cell(sheet, 2, "{cover.marking}", Look.LABEL);
		name(Template.COVER, cell(sheet, 3, "", Look.TEXT));
		try (InputStream logo = TemplateMaker.class.getResourceAsStream("/rollcall-logo.png")) {
			int picture = this.workbook.addPicture(Objects.requireNonNull(logo).readAllBytes(),
					Workbook.PICTURE_TYPE_PNG);
			XSSFPicture shown = sheet.createDrawingPatriarch()
				.createPicture(new XSSFClientAnchor(0, 0, 0, 0, 4, 0, 5, 3), picture);
			shown.getCTPicture().getNvPicPr().getCNvPr().setName("logo");
			shown.getCTPicture().getNvPicPr().getCNvPr().setDescr("Rollcall");
		}
	}

	private void charts(XSSFSheet sheet) {
		int[] widths = { 34, 16, 16, 16, 16, 16, 16, 16, 16, 16 };
		for (int i = 0; i < widths.length; i++) {
			sheet.setColumnWidth(i, widths[i] * 256);
		}
		sheet.setDisplayGridlines(false);
		cell(sheet, 0, "{sheet.charts}", Look.TITLE).getRow().setHeightInPoints(30);
		cell(sheet, 1, "{note.charts}", Look.NOTE);
		name(Template.CHARTS, cell(sheet, FIGURES, "", Look.TEXT));
		bars(sheet, "chart_status", 3, 0, 4, List.of(GREEN, RED, AMBER));
		lines(sheet, "chart_trend", 4, 10);
		bars(sheet, "chart_detection", 24, 0, 10, List.of(GREEN, "A9D08E", "C55A11", RED, AMBER, GREY));
		bars(sheet, "chart_coverage", 45, 0, 10, List.of(GREEN, AMBER, NAVY, GREY));
	}

	private void bars(XSSFSheet sheet, String name, int row, int fromColumn, int toColumn, List<String> colours) {
		XSSFChart chart = chart(sheet, name, row, fromColumn, toColumn);
		XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
		XDDFValueAxis values = values(chart, categories, "#,##0");
		XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
		bars.setBarDirection(BarDirection.COL);
		bars.setBarGrouping(BarGrouping.STACKED);
		bars.setOverlap((byte) 100);
		bars.setGapWidth(60);
		for (String colour : colours) {
			series(sheet, bars).setFillProperties(fill(colour));
		}
		chart.plot(bars);
	}

	private void lines(XSSFSheet sheet, String name, int fromColumn, int toColumn) {
		XSSFChart chart = chart(sheet, name, 3, fromColumn, toColumn);
		XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
		XDDFValueAxis values = values(chart, categories, "0%");
		values.setMinimum(0);
		values.setMaximum(1);
		XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
		List<MarkerStyle> markers = List.of(MarkerStyle.CIRCLE, MarkerStyle.DIAMOND, MarkerStyle.TRIANGLE);
		List<String> colours = List.of(NAVY, "C55A11", GREY);
		for (int i = 0; i < colours.size(); i++) {
			XDDFLineChartData.Series series = (XDDFLineChartData.Series) series(sheet, lines);
			series.setMarkerStyle(markers.get(i));
			series.setMarkerSize((short) 7);
			series.setSmooth(false);
			series.setLineProperties(new XDDFLineProperties(fill(colours.get(i))));
		}
		chart.displayBlanksAs(DisplayBlanks.GAP);
		chart.plot(lines);
	}

	private static XDDFValueAxis values(XSSFChart chart, XDDFCategoryAxis categories, String format) {
		XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
		values.setCrosses(AxisCrosses.AUTO_ZERO);
		values.setNumberFormat(format);
		values.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill("D9D9D9")));
		categories.crossAxis(values);
		values.crossAxis(categories);
		return values;
	}

	private static XDDFChartData.Series series(XSSFSheet sheet, XDDFChartData data) {
		return data.addSeries(
				XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(FIGURES, FIGURES, 0, 0)),
				XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(FIGURES, FIGURES, 1, 1)));
	}

	private XSSFChart chart(XSSFSheet sheet, String name, int row, int fromColumn, int toColumn) {
		XSSFDrawing drawing = sheet.createDrawingPatriarch();
		XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, fromColumn, row, toColumn, row + 19));
		chart.getGraphicFrame().setName(name);
		chart.setTitleText(name);
		chart.setTitleOverlay(false);
		chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
		return chart;
	}

	private static XDDFSolidFillProperties fill(String rgb) {
		return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(rgb)));
	}

	private XSSFCell cell(XSSFSheet sheet, int row, String text, Look look) {
		XSSFCell cell = sheet.createRow(row).createCell(0);
		cell.setCellValue(text);
		cell.setCellStyle(Template.cell(this.workbook, look.rangeName()).getCellStyle());
		return cell;
	}

	private void name(String name, XSSFCell cell) {
		Name range = this.workbook.createName();
		range.setNameName(name);
		range.setRefersToFormula("%s!$A$%d".formatted(cell.getSheet().getSheetName(), cell.getRowIndex() + 1));
	}

}
