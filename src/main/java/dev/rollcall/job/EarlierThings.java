package dev.rollcall.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import dev.rollcall.collect.DistinctSource;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.Exclusions;
import dev.rollcall.collect.NamedThings;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.control.Comparison;
import dev.rollcall.control.Naming;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.Discovery;
import dev.rollcall.publication.PublishedNight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which things the rows of the night before named. One that no row names tonight is gone
 * only if the cells that named it could be read.
 */
record EarlierThings(SourceCatalog catalog, Workspace workspace, Discovery discovery) {

	private static final Logger logger = LoggerFactory.getLogger(EarlierThings.class);

	/** The view of a dataset of that night, before its name. */
	private static final String EARLIER = "earlier_evidence_";

	/** Makes them readable under the name that a comparison reads. */
	void show(Database database, Optional<PublishedNight> night) {
		Schema schema = Schema.of(Naming.class);
		database.viewEarlier(Comparison.NAMING, schema, List.of());
		if (night.isPresent() && !this.catalog.distinctSources().isEmpty()) {
			try {
				database.viewEarlier(Comparison.NAMING, schema, List.of(write(database, night.get(), schema)));
			}
			catch (CancellationException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				// A row that another version wrote may lack what its record needs today.
				logger.warn("What the night of {} named cannot be read: {}", night.get().run().snapshotDate(),
						ex.toString());
			}
		}
	}

	private Path write(Database database, PublishedNight night, Schema schema) {
		Path path = this.workspace.newFile("named", ".parquet");
		try (ParquetFile file = new ParquetFile(path, schema)) {
			for (DistinctSource source : this.catalog.distinctSources()) {
				NamedThings things = new NamedThings(source, new NightScope(this.discovery, Exclusions.NONE));
				for (SourceDefinition needed : EvidenceThings.needed(this.catalog, source)) {
					show(database, night, needed);
					EvidenceThings.each(needed, database, EarlierThings::name,
							(row) -> things.add(row).forEach((arn) -> file.write(List.of(), naming(things, arn, row))));
				}
			}
		}
		return path;
	}

	private static void show(Database database, PublishedNight night, SourceDefinition source) {
		for (Class<? extends Record> kind : source.evidence()) {
			Schema schema = Schema.ofEvidence(kind);
			database.viewEarlier(EARLIER + schema.dataset(), schema,
					night.copy(schema.dataset()).map(List::of).orElse(List.of()));
		}
	}

	private static String name(Schema schema) {
		return '"' + EARLIER + schema.dataset() + '"';
	}

	private static Naming naming(NamedThings things, String arn, EvidenceRow row) {
		return new Naming(things.asking(), arn, row.account().value(), row.region(), row.source());
	}

}
