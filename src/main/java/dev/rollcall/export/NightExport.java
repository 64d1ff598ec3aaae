package dev.rollcall.export;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.WholeFile;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.PublishedNight;

/** Writes a committed night in the format of others. */
public final class NightExport {

	private final PublishedNight night;

	private final Workspace workspace;

	/**
	 * Creates an export.
	 * @param night read from where it is kept, and held to its manifest
	 */
	public NightExport(PublishedNight night, Workspace workspace) {
		this.night = night;
		this.workspace = workspace;
	}

	/**
	 * Writes a file that is seen whole or not at all.
	 * @return how many findings it holds
	 * @throws dev.rollcall.publication.AlteredNightException where the night is not what
	 * was published
	 * @throws java.io.UncheckedIOException where the file cannot be written
	 */
	public long write(ExportFormat format, Path to) {
		AtomicLong findings = new AtomicLong();
		try (Database database = new Database(this.workspace.directory("duckdb"), this.night.run().run().places())) {
			ExportedNight exported = new ExportedNight(this.night, database);
			WholeFile.write(to, (out) -> findings.set(writer(format).write(exported, out)));
		}
		return findings.get();
	}

	private static ExportWriter writer(ExportFormat format) {
		return switch (format) {
			case OCSF -> new OcsfWriter();
			case ASFF -> new AsffWriter();
			case OSCAL -> new OscalWriter();
			case CSV -> new CsvWriter();
		};
	}

}
