package dev.rollcall.workbook;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The template's styles, and what follows from them; a file holds no more than 64,000.
 */
final class Styles {

	/** What Japanese is shown in where the template names a font that has none. */
	private static final String JAPANESE_FONT = "Yu Gothic";

	private static final Set<String> LATIN_FONTS = Set.of("Calibri", "Aptos", "Aptos Narrow", "Arial");

	private final Map<Look, XSSFCellStyle> looks;

	private final Map<Tone, XSSFCellStyle> texts = new EnumMap<>(Tone.class);

	private final Map<Tone, XSSFCellStyle> centred = new EnumMap<>(Tone.class);

	private final Map<Tone, XSSFCellStyle> wrapped = new EnumMap<>(Tone.class);

	/**
	 * Takes a template's styles.
	 * @param looks its sample cells' styles
	 */
	Styles(XSSFWorkbook workbook, Map<Look, XSSFCellStyle> looks, boolean japanese) {
		this.looks = new EnumMap<>(looks);
		this.looks.put(Look.TREND, points(workbook, looks));
		if (japanese) {
			switchFonts(workbook);
		}
		for (Tone tone : Tone.values()) {
			XSSFCellStyle text = copy(workbook, of(tone.look()));
			text.setQuotePrefixed(true);
			text.setDataFormat(workbook.createDataFormat().getFormat("@"));
			this.texts.put(tone, text);
			XSSFCellStyle centre = copy(workbook, text);
			centre.setAlignment(HorizontalAlignment.CENTER);
			this.centred.put(tone, centre);
			XSSFCellStyle wrap = copy(workbook, text);
			wrap.setWrapText(true);
			wrap.setVerticalAlignment(VerticalAlignment.TOP);
			this.wrapped.put(tone, wrap);
		}
	}

	/** A template may have the percent of versions before this one. */
	private static XSSFCellStyle points(XSSFWorkbook workbook, Map<Look, XSSFCellStyle> looks) {
		XSSFCellStyle style = copy(workbook, named(looks, Look.TREND));
		style.setDataFormat(workbook.createDataFormat().getFormat("\"▲ \"0.0;\"▼ \"0.0;\"= \"0.0"));
		return style;
	}

	private static void switchFonts(XSSFWorkbook workbook) {
		for (int i = 0; i < workbook.getNumberOfFonts(); i++) {
			XSSFFont font = workbook.getFontAt(i);
			if (LATIN_FONTS.contains(font.getFontName())) {
				font.setFontName(JAPANESE_FONT);
				font.setScheme(FontScheme.NONE);
			}
		}
	}

	private static XSSFCellStyle copy(XSSFWorkbook workbook, XSSFCellStyle style) {
		XSSFCellStyle copy = workbook.createCellStyle();
		copy.cloneStyleFrom(style);
		return copy;
	}

	XSSFCellStyle of(Look look) {
		return named(this.looks, look);
	}

	XSSFCellStyle text(Tone tone) {
		return named(this.texts, tone);
	}

	XSSFCellStyle centred(Tone tone) {
		return named(this.centred, tone);
	}

	/** For text that may take several lines. */
	XSSFCellStyle wrapped(Tone tone) {
		return named(this.wrapped, tone);
	}

	private static <K> XSSFCellStyle named(Map<K, XSSFCellStyle> styles, K key) {
		XSSFCellStyle style = styles.get(key);
		if (style == null) {
			throw new IllegalStateException("No style for " + key);
		}
		return style;
	}

}
