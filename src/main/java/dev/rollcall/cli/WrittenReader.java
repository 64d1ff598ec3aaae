package dev.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.control.Projections;
import dev.rollcall.control.Waiver;
import dev.rollcall.control.Waivers;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;
import dev.rollcall.job.NightApplication;
import dev.rollcall.workbook.WorkbookDesign;

/**
 * Reads everything that people write, and holds it to each other: all mistakes are found
 * at once, whichever file they are in. Calls nothing.
 */
final class WrittenReader {

	private final SourceCatalog sources;

	private final JobConfig jobConfig;

	private final JobConfig templates;

	WrittenReader(SourceCatalog sources) {
		this(sources, JobConfig.find("job-config"), JobConfig.find("reports-templates"));
	}

	WrittenReader(SourceCatalog sources, JobConfig jobConfig, JobConfig templates) {
		this.sources = sources;
		this.jobConfig = jobConfig;
		this.templates = templates;
	}

	/**
	 * Reads it all.
	 * @param configuration reads the configuration
	 * @param mistakes gets what is refused
	 * @return empty where anything is refused
	 */
	Optional<Written> read(Supplier<Configuration> configuration, Mistakes mistakes) {
		return read(configuration, mistakes, false);
	}

	/**
	 * Reads it all, and what a night goes on without and a person should correct: waivers
	 * of controls that there are not, and the workbook's other language.
	 * @param configuration reads the configuration
	 * @param mistakes gets what is refused
	 * @return empty where anything is refused
	 */
	Optional<Written> readWholly(Supplier<Configuration> configuration, Mistakes mistakes) {
		return read(configuration, mistakes, true);
	}

	private Optional<Written> read(Supplier<Configuration> configuration, Mistakes mistakes, boolean wholly) {
		int before = mistakes.count();
		Optional<Configuration> configured = mistakes.of(configuration);
		Optional<ControlCatalog> controls = controls(configured, mistakes);
		Optional<List<Waiver>> waivers = mistakes.of(() -> Waivers.load(this.jobConfig));
		Projections projections = controls.map(ControlCatalog::projections)
			.orElseGet(() -> Projections.sound(this.jobConfig, NightApplication.shape(this.sources)));
		String language = configured.map(Configuration::locale).orElse("en");
		Optional<WorkbookDesign> design = mistakes.of(() -> design(language, projections));
		if (wholly) {
			mistakes.pass(() -> Waivers.refuseUnknownControls(this.jobConfig, ControlCatalog.idsOf(this.jobConfig)));
			mistakes.pass(() -> design(language.equals("en") ? "ja" : "en", projections));
		}
		if (mistakes.count() > before) {
			return Optional.empty();
		}
		return Optional.of(new Written(configured.orElseThrow(), controls.orElseThrow(), waivers.orElseThrow(),
				design.orElseThrow()));
	}

	private Optional<ControlCatalog> controls(Optional<Configuration> configured, Mistakes mistakes) {
		Optional<ControlCatalog> all = mistakes
			.of(() -> ControlCatalog.load(this.jobConfig, NightApplication.shape(this.sources)));
		if (configured.isEmpty()) {
			return all;
		}
		return all.flatMap((read) -> mistakes.of(() -> read.with(configured.get().controls())));
	}

	/** Sheets are tried although a dataset is refused, but for those that read it. */
	private WorkbookDesign design(String language, Projections projections) {
		return WorkbookDesign.load(this.templates, language, this.sources.names(),
				NightApplication.published(this.sources, projections), projections.refused());
	}

}
