package dev.rollcall.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import dev.rollcall.dataset.Database;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Renders the workbook of a night from its datasets: the same night gives the same bytes
 * in every part of the file.
 */
public final class NightWorkbook {

	/** Rows of a sheet that stay in memory. */
	private static final int WINDOW = 100;

	/** What Excel still filters with ease. */
	private static final int MOST_ROWS = 300_000;

	private final Database database;

	private final NightFacts night;

	private final Words words;

	private final Template template;

	private final Frameworks frameworks;

	private final Sheets sheets;

	private final int mostRows;

	/**
	 * Creates a renderer.
	 * @param database has a view of each dataset of the night, and the table
	 * {@code night_score} of the last nights, one a date, this one included
	 */
	public NightWorkbook(Database database, NightFacts night, WorkbookDesign design, Frameworks frameworks) {
		this(database, night, design, frameworks, MOST_ROWS);
	}

	NightWorkbook(Database database, NightFacts night, WorkbookDesign design, Frameworks frameworks, int mostRows) {
		this.database = database;
		this.night = night;
		this.words = new Words(design.messages(), Reasons.of(database, design.messages()));
		this.template = design.template();
		this.sheets = design.sheets();
		this.frameworks = frameworks;
		this.mostRows = mostRows;
	}

	/**
	 * Writes the workbook.
	 * @throws UncheckedIOException when it cannot be written
	 */
	public void write(Path path) {
		try (XSSFWorkbook look = this.template.open(); OutputStream file = Files.newOutputStream(path)) {
			Styles styles = TemplateSheets.prepare(look, this.words);
			describe(look.getProperties().getCoreProperties());
			TempFile.withStrategy(beside(path), () -> write(look, styles, file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + path, ex);
		}
		catch (RuntimeException ex) {
			// Rows that leave the window go to a temporary file, which POI cannot always
			// write; it does not say which.
			if (ex.getCause() instanceof IOException cause) {
				throw new UncheckedIOException("Cannot write " + path, cause);
			}
			throw ex;
		}
	}

	private boolean write(XSSFWorkbook look, Styles styles, OutputStream file) {
		try (LinkedWorkbook workbook = new LinkedWorkbook(look, WINDOW)) {
			fill(new Pages(workbook, styles, this.night, this.words));
			workbook.write(file);
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where rows that leave the window go. POI's own directory belongs to whoever made it
	 * first.
	 */
	private static TempFileCreationStrategy beside(Path workbook) {
		return new DefaultTempFileCreationStrategy(workbook.toAbsolutePath().resolveSibling("poifiles").toFile());
	}

	/** A sheet that links to rows of another comes after it. */
	private void fill(Pages pages) {
		List<Tab> tabs = this.sheets.tabs(this.words.messages());
		Book book = new Book(this.database, this.night, this.words, this.frameworks, tabs, pages.of(tabs),
				this.mostRows);
		new AccountsSheet(book).write();
		new MatrixSheet(book).write();
		new CsfMapSheet(book).write();
		new MethodSheet(book).write();
		new ListingWriter(book, this.sheets).write();
		new SummarySheet(book).write();
		new ChartsSheet(book).write();
		new GlossarySheet(book).write();
		new CoverSheet(book).write();
	}

	private void describe(CoreProperties properties) {
		properties.setTitle(this.words.text("cover.title") + " " + this.night.snapshotDate());
		properties.setSubjectProperty(this.words.text("cover.subtitle"));
		properties.setCreator("Rollcall " + this.night.toolVersion());
		properties.setLastModifiedByUser("Rollcall " + this.night.toolVersion());
		properties.setKeywords("NIST CSF " + this.frameworks.leading().number());
		properties.getUnderlyingProperties().setLanguageProperty(this.words.messages().language());
		Optional<Date> started = Optional.of(Date.from(this.night.startedAt()));
		properties.setCreated(started);
		properties.setModified(started);
	}

}
