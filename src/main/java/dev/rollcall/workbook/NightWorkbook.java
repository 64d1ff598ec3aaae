package dev.rollcall.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.rollcall.dataset.Database;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Renders the workbook of a night from its datasets. */
public final class NightWorkbook {

	/** Rows of a sheet that stay in memory. */
	private static final int WINDOW = 100;

	private final Database database;

	private final NightFacts night;

	private final Messages messages;

	/**
	 * Creates a renderer.
	 * @param database has a view of each dataset of the night
	 */
	public NightWorkbook(Database database, NightFacts night, Messages messages) {
		this.database = database;
		this.night = night;
		this.messages = messages;
	}

	/**
	 * Writes the workbook.
	 * @throws UncheckedIOException when it cannot be written
	 */
	public void write(Path path) {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW); OutputStream file = Files.newOutputStream(path)) {
			describe(workbook);
			Styles styles = new Styles(workbook, this.messages.isJapanese());
			new CoverSheet(this.database, this.night, this.messages).write(page(workbook, styles, "cover"));
			new SummarySheet(this.database, this.night, this.messages).write(page(workbook, styles, "summary"));
			new AccountsSheet(this.database, this.messages).write(page(workbook, styles, "accounts"));
			new FindingsSheet(this.database, this.night, this.messages).write(page(workbook, styles, "findings"));
			new CoverageSheet(this.database, this.messages).write(page(workbook, styles, "coverage"));
			workbook.write(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + path, ex);
		}
	}

	private Page page(SXSSFWorkbook workbook, Styles styles, String key) {
		String footer = this.messages.text("footer", this.night.snapshotDate().toString(), this.night.runId());
		String banner = (this.night.simulation() != null) ? this.messages.text("simulated") : null;
		return new Page(workbook, this.messages.text("sheet." + key), styles, footer, banner);
	}

	private void describe(SXSSFWorkbook workbook) {
		POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
		properties.getCoreProperties().setTitle(this.messages.text("cover.title") + " " + this.night.snapshotDate());
		properties.getCoreProperties().setSubjectProperty(this.messages.text("cover.subtitle"));
		properties.getCoreProperties().setCreator("Rollcall " + this.night.toolVersion());
		properties.getCoreProperties().setKeywords("NIST CSF " + this.night.framework().version().number());
	}

}
