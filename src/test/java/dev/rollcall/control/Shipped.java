package dev.rollcall.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Phrases;
import dev.rollcall.input.YamlMapping;
import dev.rollcall.job.NightApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The sources and controls as they are shipped, loaded once for all tests. */
final class Shipped {

	static final SourceCatalog SOURCES = sources();

	static final ControlCatalog CONTROLS = ControlCatalog.load(JobConfig.find("job-config"),
			NightApplication.shape(SOURCES));

	/** What the reasons of a night are in Japanese. */
	static final Phrases JAPANESE = japanese();

	private static @Nullable Control mutant;

	private Shipped() {
	}

	/**
	 * The controls that tests go through: that one alone whose mutants are being tried.
	 */
	static List<Control> controls() {
		return (mutant != null) ? List.of(mutant) : CONTROLS.controls();
	}

	/** Has tests get a mutant for its control, until it is taken back with null. */
	static void replaceBy(@Nullable Control control) {
		mutant = control;
	}

	static Control control(String id) {
		if (mutant != null && mutant.id().equals(id)) {
			return mutant;
		}
		return CONTROLS.controls()
			.stream()
			.filter((control) -> control.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no control '" + id + "'"));
	}

	private static SourceCatalog sources() {
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			return context.getBean(SourceCatalog.class);
		}
	}

	private static Phrases japanese() {
		List<Map<String, String>> sets = new ArrayList<>();
		sets.add(Phrases
			.read(YamlMapping.read("reasons_ja.yaml", 1, JobConfig.find("reports-templates").text("reasons_ja.yaml"))));
		CONTROLS.controls().forEach((control) -> sets.add(control.reasons()));
		return Phrases.of(sets);
	}

}
