package dev.rollcall.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** A sheet that is filled from top to bottom, a row at a time, from left to right. */
final class Page {

	/** Excel opens 65,530 links a sheet. */
	static final int MOST_LINKS = 10_000;

	/** Rows for headings and for what a table leaves out. */
	private static final int KEPT = 1_000;

	/** POI counts widths in 256ths of a character. */
	private static final int CHARACTER = 256;

	/** The height of a line in points. */
	private static final int LINE = 15;

	/** A row that is higher hides the next from view; Excel's highest has 27. */
	private static final int MOST_LINES = 20;

	/** The height of a header row whose headers stand upright, in points. */
	private static final int UPRIGHT = 190;

	/** Sheets that are wider than so many characters print on A3. */
	private static final int WIDE = 230;

	private final Sheet sheet;

	/** The same sheet where it holds what is not in cells: tables and links. */
	private final XSSFSheet frame;

	private final Styles styles;

	private final Links links;

	/** Kanji are as wide as two letters. */
	private final boolean wide;

	private final Map<String, Integer> anchors = new HashMap<>();

	private int[] widths = {};

	private int rows;

	private int cells;

	private int linked;

	private int lines;

	private @Nullable Row row;

	private @Nullable Table table;

	/**
	 * Begins a sheet.
	 * @param sheet takes the cells
	 * @param frame takes what is not in cells
	 */
	Page(Sheet sheet, XSSFSheet frame, Styles styles, Links links, boolean wide) {
		this.sheet = sheet;
		this.frame = frame;
		this.styles = styles;
		this.links = links;
		this.wide = wide;
	}

	XSSFSheet frame() {
		return this.frame;
	}

	/** Goes on at a row, counted from 0. */
	Page at(int row) {
		this.rows = row;
		return this;
	}

	/** How many rows a table may still have; some are kept for what follows it. */
	int room() {
		return SpreadsheetVersion.EXCEL2007.getMaxRows() - this.rows - KEPT;
	}

	/** The row that is being filled, counted from 0. */
	int line() {
		return this.rows - 1;
	}

	Page widths(int... characters) {
		this.widths = characters;
		if (IntStream.of(characters).sum() > WIDE) {
			this.sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
		}
		for (int i = 0; i < characters.length; i++) {
			int width = this.wide ? characters[i] + characters[i] / 5 : characters[i];
			this.sheet.setColumnWidth(i, Math.min(width, 120) * CHARACTER);
		}
		return this;
	}

	/** Every row says how high it is: no program has to guess, or guesses differently. */
	Page row() {
		Row existing = (this.sheet == this.frame) ? this.sheet.getRow(this.rows) : null;
		this.row = (existing != null) ? existing : this.sheet.createRow(this.rows);
		this.rows++;
		this.cells = 0;
		this.lines = 1;
		return high(LINE);
	}

	Page title(String text) {
		return row().high(28).write(text, Look.TITLE);
	}

	Page note(String text) {
		return row().write(text, Look.NOTE);
	}

	Page heading(String text) {
		return row().row().high(22).write(text, Look.HEADING);
	}

	private Page high(int points) {
		current().setHeightInPoints(points);
		return this;
	}

	/**
	 * A table's header row.
	 * @param name the table's, unlike any other of the workbook
	 */
	Page table(String name, List<String> headers) {
		row();
		headers.forEach((header) -> write(header, Look.HEADER));
		return beginTable(name, headers);
	}

	/** The same, with headers that stand upright from a column on. */
	Page table(String name, List<String> headers, int firstUpright) {
		row();
		for (int i = 0; i < headers.size(); i++) {
			write(headers.get(i), (i < firstUpright) ? Look.HEADER : Look.HEADER_VERTICAL);
		}
		high(UPRIGHT);
		return beginTable(name, headers);
	}

	private Page beginTable(String name, List<String> headers) {
		this.table = new Table(name, headers, line());
		return this;
	}

	/** Ends the table that was begun last; Excel takes none without rows. */
	void endTable() {
		if (line() > table().headerRow()) {
			table().mark(this.frame, line());
		}
	}

	/**
	 * Keeps the header row of the table that was begun last, and some columns, in sight.
	 */
	void freeze(int columns) {
		int header = table().headerRow();
		this.sheet.createFreezePane(columns, header + 1);
		this.sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
	}

	private Table table() {
		if (this.table == null) {
			throw new IllegalStateException("No table was begun");
		}
		return this.table;
	}

	/** Marks shares of a column by a sign, from a row to the one being filled. */
	void signs(int firstRow, int column) {
		Signs.put(this.sheet, new CellRangeAddress(firstRow, Math.max(firstRow, line()), column, column));
	}

	/** Remembers the row under a name; the first of several stays. */
	Page anchor(@Nullable String name) {
		if (name != null) {
			this.anchors.putIfAbsent(name, line());
		}
		return this;
	}

	/** Where a link to the row with that name leads; without one, to the sheet. */
	private String place(@Nullable String anchor) {
		int line = (anchor != null) ? this.anchors.getOrDefault(anchor, 0) : 0;
		return new CellReference(this.frame.getSheetName(), line, 0, false, false).formatAsString();
	}

	Page label(String text) {
		return write(text, Look.LABEL);
	}

	Page text(@Nullable String text) {
		return text(text, Tone.PLAIN);
	}

	Page text(@Nullable String text, Tone tone) {
		return write((text != null) ? text : "", this.styles.text(tone));
	}

	/** Text that takes the lines that it needs. */
	Page wrapped(@Nullable String text) {
		String shown = (text != null) ? text : "";
		write(shown, this.styles.wrapped(Tone.PLAIN));
		return grow(shown);
	}

	private Page grow(String text) {
		int needed = (this.cells <= this.widths.length) ? TextWidth.lines(text, this.widths[this.cells - 1]) : 1;
		if (needed > this.lines) {
			this.lines = Math.min(needed, MOST_LINES);
			high(this.lines * LINE);
		}
		return this;
	}

	Page centred(String text, Tone tone) {
		return write(text, this.styles.centred(tone));
	}

	/** Text that leads to a sheet, while this one may hold links. */
	Page link(@Nullable String text, Page target) {
		return link(text, target, null);
	}

	/** Text that leads to the row with a name. */
	Page link(@Nullable String text, Page target, @Nullable String anchor) {
		if (text == null || full()) {
			return text(text);
		}
		write(text, Look.LINK);
		this.links.toPlace(cell(), target.place(anchor));
		return this;
	}

	/** Text that leads to an address that we made. */
	Page address(@Nullable String text, String url) {
		if (text == null || full()) {
			return text(text);
		}
		write(text, Look.LINK);
		this.links.toAddress(cell(), url);
		return this;
	}

	private boolean full() {
		return this.linked++ >= MOST_LINKS;
	}

	/** The cell that was written last. */
	private CellReference cell() {
		return new CellReference(line(), this.cells - 1);
	}

	/** A number; an empty cell where there is none. */
	Page number(@Nullable Long number) {
		Cell cell = next(this.styles.of(Look.NUMBER));
		if (number != null) {
			cell.setCellValue(number);
		}
		return this;
	}

	/** A share between 0 and 1; an empty cell where there is none. */
	Page share(@Nullable Double share) {
		return decimal(share, Look.SHARE);
	}

	/** How a share differs from what it was, in percentage points. */
	Page trend(@Nullable Double points) {
		return decimal(points, Look.TREND);
	}

	private Page decimal(@Nullable Double value, Look look) {
		Cell cell = next(this.styles.of(look));
		if (value != null) {
			cell.setCellValue(value);
		}
		return this;
	}

	/** A point in time, in UTC; an empty cell where there is none. */
	Page time(@Nullable Instant time) {
		Cell cell = next(this.styles.of(Look.TIME));
		if (time != null) {
			cell.setCellValue(LocalDateTime.ofInstant(time, ZoneOffset.UTC).withNano(0));
		}
		return this;
	}

	/** A day; an empty cell where there is none. */
	Page date(@Nullable LocalDate date) {
		Cell cell = next(this.styles.of(Look.DATE));
		if (date != null) {
			cell.setCellValue(date);
		}
		return this;
	}

	private Page write(String text, Look look) {
		write(text, this.styles.of(look));
		return (look == Look.HEADER) ? grow(text) : this;
	}

	private Page write(String text, CellStyle style) {
		Cell cell = next(style);
		if (!text.isEmpty()) {
			cell.setCellValue(SafeText.of(text));
		}
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
