package dev.rollcall.workbook;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A sheet that is filled from top to bottom, a row at a time, from left to right. */
final class Page {

	/** POI counts widths in 256ths of a character. */
	private static final int CHARACTER = 256;

	/** The height of a line in points. */
	private static final int LINE = 16;

	private final Sheet sheet;

	private final Styles styles;

	private int rows;

	private int cells;

	private @Nullable Row row;

	private int headerRow = -1;

	private int columns;

	/**
	 * Begins a sheet.
	 * @param footer for print
	 * @param banner what every page is marked with; null where nothing is to be
	 */
	Page(Workbook workbook, String name, Styles styles, String footer, @Nullable String banner) {
		this.sheet = workbook.createSheet(name);
		this.styles = styles;
		this.sheet.setFitToPage(true);
		PrintSetup print = this.sheet.getPrintSetup();
		print.setPaperSize(PrintSetup.A4_PAPERSIZE);
		print.setLandscape(true);
		print.setFitWidth((short) 1);
		print.setFitHeight((short) 0);
		Footer foot = this.sheet.getFooter();
		foot.setLeft(footer);
		foot.setRight("&P / &N");
		if (banner != null) {
			this.sheet.getHeader().setCenter(banner);
			row().text(banner, Tone.BAD);
		}
	}

	Page widths(int... characters) {
		for (int i = 0; i < characters.length; i++) {
			this.sheet.setColumnWidth(i, characters[i] * CHARACTER);
		}
		return this;
	}

	/** Every row says how high it is: no program has to guess, or guesses differently. */
	Page row() {
		this.row = this.sheet.createRow(this.rows++);
		this.cells = 0;
		return high(LINE);
	}

	/** A header row; the rows below it scroll under it and can be filtered. */
	Page table(String... headers) {
		return table(2, headers);
	}

	/** The same, with headers of several lines. */
	Page table(int lines, String... headers) {
		row().high(lines * LINE);
		for (String header : headers) {
			write(header, this.styles.headerCell());
		}
		this.headerRow = this.rows - 1;
		this.columns = headers.length;
		return this;
	}

	/** Ends the table that was begun last. */
	void endTable(int frozenColumns) {
		this.sheet.createFreezePane(frozenColumns, this.headerRow + 1);
		this.sheet.setRepeatingRows(new CellRangeAddress(this.headerRow, this.headerRow, -1, -1));
		int last = Math.max(this.headerRow + 1, this.rows - 1);
		this.sheet.setAutoFilter(new CellRangeAddress(this.headerRow, last, 0, this.columns - 1));
	}

	Page title(String text) {
		return row().high(26).write(text, this.styles.title());
	}

	Page heading(String text) {
		return row().row().high(20).write(text, this.styles.heading());
	}

	private Page high(int points) {
		current().setHeightInPoints(points);
		return this;
	}

	Page label(String text) {
		return write(text, this.styles.label());
	}

	Page text(@Nullable String text) {
		return text(text, Tone.PLAIN);
	}

	Page text(@Nullable String text, Tone tone) {
		return write((text != null) ? text : "", this.styles.text(tone));
	}

	Page centred(String text, Tone tone) {
		return write(text, this.styles.centred(tone));
	}

	Page number(long number) {
		Cell cell = next(this.styles.number());
		cell.setCellValue(number);
		return this;
	}

	/** A share between 0 and 1; an empty cell where there is none. */
	Page share(@Nullable Double share) {
		Cell cell = next(this.styles.share());
		if (share != null) {
			cell.setCellValue(share);
		}
		return this;
	}

	/** A point in time, in UTC; an empty cell where there is none. */
	Page time(@Nullable Instant time) {
		Cell cell = next(this.styles.time());
		if (time != null) {
			cell.setCellValue(LocalDateTime.ofInstant(time, ZoneOffset.UTC).withNano(0));
		}
		return this;
	}

	private Page write(String text, CellStyle style) {
		Cell cell = next(style);
		cell.setCellValue(SafeText.of(text));
		return this;
	}

	private Cell next(CellStyle style) {
		Cell cell = current().createCell(this.cells++);
		cell.setCellStyle(style);
		return cell;
	}

	private Row current() {
		if (this.row == null) {
			throw new IllegalStateException("A cell needs a row");
		}
		return this.row;
	}

}
