package dev.rollcall.workbook;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** The workbook's styles, each made once: a file holds no more than 64,000. */
final class Styles {

	private final Workbook workbook;

	private final String fontName;

	private final Map<Tone, CellStyle> texts = new EnumMap<>(Tone.class);

	private final Map<Tone, CellStyle> centred = new EnumMap<>(Tone.class);

	private final CellStyle header;

	private final CellStyle title;

	private final CellStyle heading;

	private final CellStyle label;

	private final CellStyle number;

	private final CellStyle share;

	private final CellStyle time;

	Styles(Workbook workbook, boolean japanese) {
		this.workbook = workbook;
		this.fontName = japanese ? "Yu Gothic" : "Calibri";
		for (Tone tone : Tone.values()) {
			this.texts.put(tone, text(tone, HorizontalAlignment.LEFT));
			this.centred.put(tone, text(tone, HorizontalAlignment.CENTER));
		}
		this.header = header();
		this.title = bold(18);
		this.heading = bold(13);
		this.label = bold(10);
		this.number = formatted("#,##0");
		this.share = formatted("0.0%");
		this.time = formatted("yyyy-mm-dd hh:mm:ss");
		this.time.setAlignment(HorizontalAlignment.LEFT);
	}

	private CellStyle text(Tone tone, HorizontalAlignment alignment) {
		CellStyle style = base(10, false);
		style.setAlignment(alignment);
		style.setQuotePrefixed(true);
		style.setDataFormat(this.workbook.createDataFormat().getFormat("@"));
		String colour = tone.fill();
		if (colour != null) {
			fill(style, colour);
		}
		return style;
	}

	private CellStyle header() {
		CellStyle style = base(10, true);
		fill(style, "1F3864");
		Font font = font(10, true);
		font.setColor(IndexedColors.WHITE.getIndex());
		style.setFont(font);
		style.setWrapText(true);
		return style;
	}

	private static void fill(CellStyle style, String colour) {
		style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(colour)));
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
	}

	private CellStyle bold(int points) {
		return base(points, true);
	}

	private CellStyle formatted(String format) {
		CellStyle style = base(10, false);
		style.setDataFormat(this.workbook.createDataFormat().getFormat(format));
		return style;
	}

	private CellStyle base(int points, boolean bold) {
		CellStyle style = this.workbook.createCellStyle();
		style.setFont(font(points, bold));
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		return style;
	}

	private Font font(int points, boolean bold) {
		Font font = this.workbook.createFont();
		font.setFontName(this.fontName);
		font.setFontHeightInPoints((short) points);
		font.setBold(bold);
		return font;
	}

	CellStyle text(Tone tone) {
		return style(this.texts, tone);
	}

	CellStyle centred(Tone tone) {
		return style(this.centred, tone);
	}

	private static CellStyle style(Map<Tone, CellStyle> styles, Tone tone) {
		CellStyle style = styles.get(tone);
		if (style == null) {
			throw new IllegalStateException("No style for " + tone);
		}
		return style;
	}

	CellStyle headerCell() {
		return this.header;
	}

	CellStyle title() {
		return this.title;
	}

	CellStyle heading() {
		return this.heading;
	}

	CellStyle label() {
		return this.label;
	}

	CellStyle number() {
		return this.number;
	}

	CellStyle share() {
		return this.share;
	}

	CellStyle time() {
		return this.time;
	}

}
