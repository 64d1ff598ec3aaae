package dev.rollcall.workbook;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.dataset.Schema;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;

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
	 * @throws dev.rollcall.input.BadInputException with a line for each mistake
	 */
	public static WorkbookDesign load(JobConfig templates, String language, Set<String> sources,
			Collection<Schema> schemas) {
		return load(templates, language, sources, schemas, Set.of());
	}

	/**
	 * The same where some datasets are known to be missing.
	 * @param missing listings that read one of these are not tried
	 */
	public static WorkbookDesign load(JobConfig templates, String language, Set<String> sources,
			Collection<Schema> schemas, Set<String> missing) {
		Mistakes mistakes = new Mistakes();
		Optional<Template> template = mistakes.of(() -> Template.load(templates));
		Messages messages = mistakes.of(() -> new Messages(templates, language))
			.orElseGet(() -> new Messages(templates.packagedOnly(), language));
		Optional<Sheets> sheets = mistakes.of(() -> Sheets.load(templates, messages, sources, schemas, missing));
		mistakes
			.pass(() -> sheets.ifPresent((read) -> template.ifPresent((look) -> read.refuseNamesOf(look, messages))));
		mistakes.refuse();
		return new WorkbookDesign(template.orElseThrow(), messages, sheets.orElseThrow());
	}

}
