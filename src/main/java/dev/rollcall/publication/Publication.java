package dev.rollcall.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
 * of it is published; the commit is put only where there is none.
 */
public final class Publication {

	private final Output output;

	private final NightId night;

	private final List<PublishedObject> objects = new ArrayList<>();

	public Publication(Output output, NightId night) {
		this.output = output;
		this.night = night;
	}

	/**
	 * Puts an object.
	 * @param rows of a Parquet file; null for others
	 */
	public void put(String key, Path file, @Nullable Long rows) {
		try {
			String sha256 = Sha256.of(file);
			this.objects.add(new PublishedObject(key, Files.size(file), sha256, rows, this.output.put(key, file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
	}

	/**
	 * Puts the manifest and commits.
	 * @param run what the night came to
	 * @return whether this night is now the published one
	 */
	public PutIfAbsent commit(Run run, Workspace workspace) {
		byte[] manifest = manifest(run, CommittedRuns.of(this.output, workspace)).toJson();
		Path file = workspace.newFile("commit", ".json");
		Path commit = workspace.newFile("commit", ".parquet");
		try {
			Files.write(file, manifest);
			this.output.put(this.night.manifest(), file);
			write(commit, run.with(Sha256.of(manifest)));
			return this.output.putIfAbsent(this.night.commit(), Files.readAllBytes(commit));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the commit in " + file.getParent(), ex);
		}
	}

	private Manifest manifest(Run run, CommittedRuns committed) {
		return new Manifest(this.night.snapshotDate(), run, this.objects,
				committed.previousNight(this.night.snapshotDate()).map(CommittedRun::reference).orElse(null),
				committed.latestAttempt(this.night.snapshotDate()).map(CommittedRun::reference).orElse(null));
	}

	private static void write(Path path, Run run) {
		try (ParquetFile file = new ParquetFile(path, Schema.of(Run.class))) {
			file.write(List.of(), run);
		}
	}

}
