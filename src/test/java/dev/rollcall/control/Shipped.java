package dev.rollcall.control;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.input.JobConfig;
import dev.rollcall.job.NightApplication;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The sources and controls as they are shipped, loaded once for all tests. */
final class Shipped {

	static final SourceCatalog SOURCES = sources();

	static final ControlCatalog CONTROLS = ControlCatalog.load(JobConfig.find("job-config"),
			NightApplication.shape(SOURCES));

	private Shipped() {
	}

	static Control control(String id) {
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

}
