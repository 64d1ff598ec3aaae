package dev.rollcall.workbook;

import java.util.Collection;
import java.util.Set;

import dev.rollcall.dataset.Schema;
import dev.rollcall.input.JobConfig;

/**
 * All of {@code reports-templates}, for one language.
 *
 * @param template how the workbook looks
 * @param messages what it says
 * @param sheets its listings
 */
public record WorkbookDesign(Template template, Messages messages, Sheets sheets) {

	/**
	 * Reads and checks the files.
	 * @param language {@code en} or {@code ja}
	 * @param sources the names of all sources
	 * @param schemas of all datasets that a night publishes
	 * @throws dev.rollcall.input.BadInputException when a file is not as expected
	 */
	public static WorkbookDesign load(JobConfig templates, String language, Set<String> sources,
			Collection<Schema> schemas) {
		Template template = Template.load(templates);
		Messages messages = new Messages(templates, language);
		Sheets sheets = Sheets.load(templates, messages, sources, schemas);
		sheets.refuseNamesOf(template, messages);
		return new WorkbookDesign(template, messages, sheets);
	}

}
