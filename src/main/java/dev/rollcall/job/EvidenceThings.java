package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.rollcall.collect.NamedThings;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceCatalog;
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
			catalog.definitions()
				.stream()
				.filter((needed) -> source.definition().dependsOn().contains(needed.name()))
				.forEach((needed) -> needed.evidence()
					.forEach((kind) -> add(things, needed.name(), kind, database, name)));
			return things;
		}).toList();
	}

	private static void add(NamedThings things, String source, Class<? extends Record> kind, Database database,
			Function<Schema, String> name) {
		Schema schema = Schema.ofEvidence(kind);
		database.query("SELECT %s FROM %s WHERE source = ? ORDER BY account_id, region".formatted(schema.columnList(),
				name.apply(schema)), List.of(source), (row) -> things.add(ParquetSpill.evidence(row, kind)));
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
