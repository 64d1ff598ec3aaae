package dev.rollcall.ddl;

import java.util.Arrays;
import java.util.List;

import dev.rollcall.cli.NightTables;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.control.Projections;
import dev.rollcall.input.JobConfig;
import dev.rollcall.job.NightApplication;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The tables of this version's nights. */
public final class PublishedTables {

	private static final List<Table> ALL = load();

	private PublishedTables() {
	}

	/** All of them. */
	public static List<Table> all() {
		return ALL;
	}

	/** Those of some names, in the order of all. */
	public static List<Table> of(String... names) {
		return ALL.stream().filter((table) -> Arrays.asList(names).contains(table.name())).toList();
	}

	private static List<Table> load() {
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			SourceCatalog sources = context.getBean(SourceCatalog.class);
			Projections projections = Projections.load(JobConfig.find("job-config"), NightApplication.shape(sources));
			return NightTables.of(sources, projections, DataDictionary.load());
		}
	}

}
