package dev.rollcall.cli;

import dev.rollcall.collect.SourceCatalog;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Finds the sources before anything else is started. */
final class SourceContext {

	private SourceContext() {
	}

	static SourceCatalog catalog() {
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			return context.getBean(SourceCatalog.class);
		}
	}

}
