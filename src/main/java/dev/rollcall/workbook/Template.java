package dev.rollcall.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * How the workbook looks: an Excel file that an officer restyles. What Rollcall needs in
 * it has names: a sample cell for each style, and where the facts of Cover and the
 * figures of Charts begin. Nothing in it is executed.
 */
public final class Template {

	/** Its file, below {@code reports-templates}. */
	public static final String FILE = "rollcall.xlsx";

	/** Where the facts on Cover begin. */
	static final String COVER = "cover_facts";

	/** Where the figures below the charts begin. */
	static final String CHARTS = "charts_data";

	static final String SHOWN = "reports-templates/" + FILE;

	/** An officer's logo is welcome; a library of photographs is not. */
	private static final int MOST_BYTES = 20_000_000;

	private final byte[] bytes;

	private Template(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Reads and checks the template.
	 * @throws BadInputException when it is no Excel file without macros and links, or
	 * lacks a name
	 */
	public static Template load(JobConfig templates) {
		try (InputStream file = templates.open(FILE)) {
			return of(file.readNBytes(MOST_BYTES + 1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + SHOWN, ex);
		}
	}

	static Template of(byte[] bytes) {
		if (bytes.length > MOST_BYTES) {
			throw refused("is larger than 20 MB");
		}
		String wrong = new TemplateParts().problem(bytes);
		if (wrong != null) {
			throw refused(wrong);
		}
		Template template = new Template(bytes);
		template.checkNames();
		return template;
	}

	private void checkNames() {
		try (XSSFWorkbook workbook = open()) {
			List<String> names = new ArrayList<>(List.of(COVER, CHARTS));
			Stream.of(Look.values()).map(Look::rangeName).forEach(names::add);
			Mistakes.forEach(names, (name) -> cell(workbook, name));
		}
		catch (BadInputException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			// A damaged file can have any part of POI fail in any way.
			throw refused("cannot be opened: " + ex.getMessage());
		}
	}

	/** A fresh copy to fill. */
	XSSFWorkbook open() throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(this.bytes));
	}

	/** The names of the sheets that an officer added: they stay as they are. */
	List<String> furtherSheets() {
		try (XSSFWorkbook workbook = open()) {
			List<String> names = new ArrayList<>();
			workbook.forEach((sheet) -> names.add(sheet.getSheetName()));
			for (String range : List.of(COVER, CHARTS, Look.TEXT.rangeName())) {
				names.remove(cell(workbook, range).getSheet().getSheetName());
			}
			return names;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + SHOWN, ex);
		}
	}

	/** The cell that a named range points to. */
	static XSSFCell cell(XSSFWorkbook workbook, String rangeName) {
		CellReference reference = reference(workbook.getName(rangeName));
		XSSFSheet sheet = (reference != null) ? workbook.getSheet(reference.getSheetName()) : null;
		if (reference == null || sheet == null) {
			throw refused("has no named range " + rangeName + " that points to a cell");
		}
		XSSFRow row = sheet.getRow(reference.getRow());
		XSSFRow there = (row != null) ? row : sheet.createRow(reference.getRow());
		return there.getCell(reference.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
	}

	private static @Nullable CellReference reference(@Nullable Name name) {
		if (name == null || name.isDeleted()) {
			return null;
		}
		CellReference reference = new CellReference(name.getRefersToFormula());
		return (reference.getSheetName() != null && reference.getCol() >= 0) ? reference : null;
	}

	private static BadInputException refused(String why) {
		return new BadInputException(SHOWN + ": " + why);
	}

}
