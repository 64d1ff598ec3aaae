package dev.rollcall.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.control.Projection;
import dev.rollcall.control.Projections;
import dev.rollcall.dataset.Description;
import dev.rollcall.dataset.Schema;
import dev.rollcall.ddl.DataDictionary;
import dev.rollcall.ddl.Table;
import dev.rollcall.job.NightApplication;
import dev.rollcall.publication.Run;

/** The tables that published nights of this version are read as. */
public final class NightTables {

	private NightTables() {
	}

	/** All datasets, {@code run} last. */
	public static List<Table> of(SourceCatalog sources, Projections projections, DataDictionary dictionary) {
		Map<String, Projection> derived = projections.all()
			.stream()
			.collect(Collectors.toMap(Projection::name, Function.identity()));
		return Stream.concat(NightApplication.published(sources, projections).stream(), Stream.of(Schema.of(Run.class)))
			.map((schema) -> new Table(schema, description(schema.dataset(), derived, dictionary), before(schema)))
			.toList();
	}

	/** A derived dataset says for itself what it is, unless it is a record too. */
	private static Description description(String dataset, Map<String, Projection> derived, DataDictionary dictionary) {
		Projection projection = derived.get(dataset);
		return (projection != null && !projection.description().equals(Description.NONE)) ? projection.description()
				: dictionary.of(dataset);
	}

	private static Map<String, String> before(Schema schema) {
		return schema.dataset().equals("coverage") ? Map.of("gap", Coverage.GAP_BEFORE) : Map.of();
	}

}
