package dev.rollcall.workbook;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the sheets, each with what it has in common with the others. */
final class Pages {

	private final LinkedWorkbook workbook;

	private final Styles styles;

	private final NightFacts night;

	private final Words words;

	Pages(LinkedWorkbook workbook, Styles styles, NightFacts night, Words words) {
		this.workbook = workbook;
		this.styles = styles;
		this.night = night;
		this.words = words;
	}

	/**
	 * A page a sheet, in order; sheets that an officer added to the template come last.
	 */
	Map<String, Page> of(List<Tab> tabs) {
		Map<String, Page> pages = new HashMap<>();
		for (Tab tab : tabs) {
			pages.put(tab.key(), tab.isTemplate() ? ofTemplate(tab) : streamed(tab));
			this.workbook.setSheetOrder(tab.name(), pages.size() - 1);
		}
		this.workbook.setActiveSheet(0);
		this.workbook.setSelectedTab(0);
		return pages;
	}

	private Page streamed(Tab tab) {
		Sheet sheet = this.workbook.createSheet(tab.name());
		Page page = page(tab, sheet);
		if (this.night.simulation() != null) {
			page.row().text(this.words.text("simulated"), Tone.BAD);
		}
		return page;
	}

	/** The template's own sheet; its cells are written at once, not streamed. */
	private Page ofTemplate(Tab tab) {
		XSSFWorkbook plain = this.workbook.getXSSFWorkbook();
		String range = tab.key().equals(FixedTab.COVER.key()) ? Template.COVER : Template.CHARTS;
		XSSFCell anchor = Template.cell(plain, range);
		return page(tab, anchor.getSheet()).at(new CellReference(anchor).getRow());
	}

	private Page page(Tab tab, Sheet sheet) {
		XSSFSheet frame = this.workbook.getXSSFWorkbook().getSheet(tab.name());
		frame.setTabColor(new XSSFColor(HexFormat.of().parseHex("FF" + tab.colour())));
		print(sheet);
		return new Page(sheet, frame, this.styles, this.workbook.links(frame), this.words.messages().isJapanese());
	}

	private void print(Sheet sheet) {
		sheet.setFitToPage(true);
		PrintSetup print = sheet.getPrintSetup();
		print.setPaperSize(PrintSetup.A4_PAPERSIZE);
		print.setLandscape(true);
		print.setFitWidth((short) 1);
		print.setFitHeight((short) 0);
		if (this.night.simulation() != null) {
			sheet.getHeader().setCenter(this.words.text("simulated"));
		}
		Footer footer = sheet.getFooter();
		footer.setLeft(this.words.text("footer", this.night.snapshotDate().toString(), this.night.runId()));
		footer.setRight(this.words.text("page", "&P", "&N"));
	}

}
