package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.rollcall.collect.DistinctSource;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.NamedThings;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;

/** Which things the rows of a night name, and which were asked about. */
final class EvidenceThings {

	private EvidenceThings() {
	}

	/**
	 * What rows name, for each source that asks about things; read one after another, in
	 * the order of the accounts.
	 * @param name how the database calls a dataset
	 */
	static List<NamedThings> named(SourceCatalog catalog, NightScope night, Database database,
			Function<Schema, String> name) {
		return catalog.distinctSources().stream().map((source) -> {
			NamedThings things = new NamedThings(source, night);
			needed(catalog, source).forEach((needed) -> each(needed, database, name, things::add));
			return things;
		}).toList();
	}

	/** The sources whose rows name what a source asks about. */
	static List<SourceDefinition> needed(SourceCatalog catalog, DistinctSource source) {
		return catalog.definitions()
			.stream()
			.filter((needed) -> source.definition().dependsOn().contains(needed.name()))
			.toList();
	}

	/**
	 * Reads the rows of a source.
	 * @param name how the database calls a dataset
	 */
	static void each(SourceDefinition source, Database database, Function<Schema, String> name,
			Consumer<EvidenceRow> use) {
		for (Class<? extends Record> kind : source.evidence()) {
			Schema schema = Schema.ofEvidence(kind);
			database.query(
					"SELECT %s FROM %s WHERE source = ? ORDER BY account_id, region".formatted(schema.columnList(),
							name.apply(schema)),
					List.of(source.name()), (row) -> use.accept(ParquetSpill.evidence(row, kind)));
		}
	}

	/**
	 * The ARNs of the cells of a source, in order; one as often as it has cells.
	 * @param coverage how the database calls that dataset
	 */
	static List<String> asked(Database database, String coverage, String source) {
		List<String> asked = new ArrayList<>();
		database.query("SELECT resource_id FROM %s WHERE source = ?".formatted(coverage), List.of(source),
				(row) -> asked.add(String.valueOf(row.text(1))));
		asked.sort(null);
		return asked;
	}

}
