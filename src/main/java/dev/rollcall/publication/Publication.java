package dev.rollcall.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Output.PutIfAbsent;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.Manifest.PublishedObject;
import org.jspecify.annotations.Nullable;

/**
 * Puts a night's objects, then its manifest, then its commit. Before the commit nothing
 * of it is published; the commit is put only where there is none. What another library
 * cannot read, or reads otherwise than it was written, is not put.
 */
public final class Publication implements AutoCloseable {

	private final Output output;

	private final NightId night;

	private final Workspace workspace;

	private final Sealing sealing;

	private final List<PublishedObject> objects = new ArrayList<>();

	/** Reads what was written. */
	private final Database database;

	/**
	 * Begins a publication.
	 * @param workspace for what is put together locally
	 */
	public Publication(Output output, NightId night, Workspace workspace, Sealing sealing) {
		this.output = output;
		this.night = night;
		this.workspace = workspace;
		this.sealing = sealing;
		this.database = new Database(workspace.directory("duckdb"));
	}

	/**
	 * Puts an object.
	 * @param rows of a Parquet file; null for others
	 * @throws DefectiveFileException where it does not hold that many
	 */
	public void put(String key, Path file, @Nullable Long rows) {
		if (rows != null) {
			requireRows(key, file, rows);
		}
		try {
			String sha256 = Sha256.of(file);
			this.objects.add(new PublishedObject(key, Files.size(file), sha256, rows, send(key, file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
	}

	private void requireRows(String key, Path file, long written) {
		long read;
		try {
			read = this.database.decode(file);
		}
		catch (DatabaseException ex) {
			throw new DefectiveFileException(key + ": DuckDB cannot read what was written: " + ex.getMessage(), ex);
		}
		if (read != written) {
			throw new DefectiveFileException(
					key + ": DuckDB reads " + read + " rows where " + written + " were written", null);
		}
	}

	private @Nullable String send(String key, Path file) {
		return this.output.put(key, file, this.sealing.retention().orElse(null));
	}

	/**
	 * Puts the manifest and commits.
	 * @param run what the night came to
	 * @return whether this night is now the published one
	 * @throws CannotSignException where a signature was asked for and could not be made
	 */
	public PutIfAbsent commit(Run run) {
		Manifest manifest = manifest(run, CommittedRuns.of(this.output, this.workspace));
		byte[] json = manifest.toJson();
		String sha256 = Sha256.of(json);
		Optional<byte[]> signature = this.sealing.signer()
			.map((signer) -> NightSignature
				.sign(signer, this.night, sha256, manifest.previous(), this.sealing.clock().instant())
				.toJson());
		Path commit = this.workspace.newFile("commit", ".parquet");
		write(commit, run.with(sha256));
		requireRows(this.night.commit(), commit, 1);
		try {
			send(this.night.manifest(), file(json));
			if (signature.isPresent()) {
				send(NightSignature.key(this.night.manifest()), file(signature.get()));
			}
			return this.output.putIfAbsent(this.night.commit(), Files.readAllBytes(commit),
					this.sealing.retention().orElse(null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the commit in " + commit.getParent(), ex);
		}
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(this.workspace.newFile("commit", ".json"), content);
	}

	private Manifest manifest(Run run, CommittedRuns committed) {
		LocalDate date = this.night.snapshotDate();
		return new Manifest(date, run, this.objects,
				committed.previousNight(date).map(CommittedRun::reference).orElse(null),
				committed.previousAttempt(this.night).map(CommittedRun::reference).orElse(null), committed.keys(),
				this.sealing.signer().map(Signer::key).orElse(null));
	}

	private static void write(Path path, Run run) {
		try (ParquetFile file = new ParquetFile(path, Schema.of(Run.class))) {
			file.write(List.of(), run);
		}
	}

	@Override
	public void close() {
		this.database.close();
	}

}
