package dev.rollcall.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.rollcall.configuration.Configuration;
import dev.rollcall.control.Control;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.control.Waiver;
import dev.rollcall.workbook.WorkbookDesign;

/**
 * What people have written, found sound.
 *
 * @param controls as the configuration has them
 */
record Written(Configuration configuration, ControlCatalog controls, List<Waiver> waivers, WorkbookDesign design) {

	Written {
		waivers = List.copyOf(waivers);
	}

	/**
	 * What somebody should see to although it is sound.
	 * @param today in the configuration's time zone
	 */
	List<String> warnings(LocalDate today) {
		List<String> warnings = new ArrayList<>();
		this.controls.controls().stream().filter(Control::isOutdated).map(Written::outdated).forEach(warnings::add);
		String ageless = this.controls.controls()
			.stream()
			.filter((control) -> control.age() == null)
			.map(Control::id)
			.collect(Collectors.joining(", "));
		if (!ageless.isEmpty()) {
			warnings.add("The front matter of " + ageless + " does not say how old evidence may be (key 'age')");
		}
		warnings.addAll(new WaiverWarnings(today, this.controls.leftOut()).of(this.waivers));
		this.waivers.stream().map(this::successors).flatMap(Optional::stream).forEach(warnings::add);
		return warnings;
	}

	/** What somebody should see to before accounts are entered. */
	List<String> entryWarnings() {
		return this.configuration.externalId().isPresent() ? List.of()
				: List.of("No ExternalId is configured (key 'external-id'): whoever may assume our role could have us"
						+ " enter accounts that trust it");
	}

	private static String outdated(Control own) {
		return "The own control " + own.id() + " of version " + own.version()
				+ " takes the place of the shipped one of version " + own.shippedVersion();
	}

	/** Which controls a waiver accepts that it does not name. */
	private Optional<String> successors(Waiver waiver) {
		String successors = this.controls.controls()
			.stream()
			.filter((control) -> control.was().controls().contains(waiver.control()))
			.map(Control::id)
			.collect(Collectors.joining(", "));
		return successors.isEmpty() ? Optional.empty()
				: Optional.of("The waiver " + waiver.id() + " of " + waiver.control() + " also accepts what "
						+ successors + " finds, which was found by " + waiver.control() + " before: name it by its id");
	}

	/** How much there is, in words. */
	String inWords() {
		return "%d controls, %d derived datasets, %d waivers, configuration, sheets and template"
			.formatted(this.controls.controls().size(), this.controls.projections().all().size(), this.waivers.size());
	}

}
