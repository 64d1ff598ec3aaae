package dev.rollcall.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.dataset.Workspace;

/** What somebody who may write to an output can do to its nights. */
final class Tampering {

	private final Path output;

	private final Workspace workspace;

	Tampering(Path output, Workspace workspace) {
		this.output = output;
		this.workspace = workspace;
	}

	Path path(String key) {
		return this.output.resolve(key);
	}

	byte[] read(String key) {
		try {
			return Files.readAllBytes(path(key));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void write(String key, byte[] content) {
		try {
			Files.createDirectories(path(key).getParent());
			Files.write(path(key), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void edit(String key, UnaryOperator<String> change) {
		String before = new String(read(key), StandardCharsets.UTF_8);
		String after = change.apply(before);
		if (after.equals(before)) {
			throw new IllegalStateException("The edit of " + key + " changes nothing");
		}
		write(key, after.getBytes(StandardCharsets.UTF_8));
	}

	void flip(String key, int at) {
		byte[] content = read(key);
		content[at] ^= 0x10;
		write(key, content);
	}

	void copy(String from, String to) {
		write(to, read(from));
	}

	void move(String from, String to) {
		copy(from, to);
		delete(from);
	}

	void swap(String one, String other) {
		byte[] kept = read(one);
		copy(other, one);
		write(other, kept);
	}

	void delete(String key) {
		try {
			Files.delete(path(key));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Deletes all of a night. */
	void deleteNight(NightId night) {
		keys().filter((key) -> key.contains("run_id=" + night.runId() + "/") || key.equals(night.commit()))
			.forEach(this::delete);
	}

	/** Copies all of a night to another output. */
	void copyNight(NightId night, Tampering other) {
		keys().filter((key) -> key.contains("run_id=" + night.runId() + "/") || key.equals(night.commit()))
			.forEach((key) -> other.write(key, read(key)));
	}

	/** Copies all of a night to another date and attempt, under its own run id. */
	void replay(NightId night, LocalDate date, int attempt) {
		String own = "snapshot_date=" + night.snapshotDate();
		keys().filter((key) -> key.contains("run_id=" + night.runId() + "/"))
			.forEach((key) -> copy(key, key.replace(own, "snapshot_date=" + date)
				.replace("rollcall-" + night.snapshotDate(), "rollcall-" + date)));
		copy(night.commit(), new NightId(date, attempt, night.runId()).commit());
	}

	/** Rewrites a night's manifest, and the commit so that it names the new hash. */
	void rehash(NightId night, UnaryOperator<String> change) {
		edit(night.manifest(), change);
		rewriteCommit(night, (run) -> run.with(Sha256.of(read(night.manifest()))));
	}

	/**
	 * Rewrites a night's manifest and commit so that both say that there were no gaps.
	 */
	void whitewash(NightId night) {
		edit(night.manifest(), (json) -> json.replace("\"gaps\" : 2", "\"gaps\" : 0"));
		rewriteCommit(night, (run) -> withoutGaps(run).with(Sha256.of(read(night.manifest()))));
	}

	static Run withoutGaps(Run run) {
		return new Run(run.runId(), run.attempt(), run.startedAt(), run.finishedAt(), run.toolVersion(),
				run.configSha256(), run.accounts(), run.cells(), 0, run.findings(), run.partial(), run.simulated(),
				run.manifestSha256(), run.organizationId(), run.managementAccountId(), run.regions(), run.deadlines(),
				run.simulation(), run.locale(), run.csf(), run.comparedWith());
	}

	void rewriteCommit(NightId night, UnaryOperator<Run> change) {
		writeCommit(night, change.apply(run(night)));
	}

	Run run(NightId night) {
		return CommittedRuns.of(Output.at(this.output.toString()), this.workspace)
			.attempt(night.snapshotDate(), night.attempt())
			.orElseThrow()
			.run();
	}

	void writeCommit(NightId night, Run... rows) {
		Path file = this.workspace.newFile("tampered", ".parquet");
		try (ParquetFile parquet = new ParquetFile(file, Schema.of(Run.class))) {
			for (Run row : rows) {
				parquet.write(List.of(), row);
			}
		}
		place(file, night.commit());
	}

	void place(Path file, String key) {
		try {
			Files.createDirectories(path(key).getParent());
			Files.copy(file, path(key), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Stream<String> keys() {
		return Output.at(this.output.toString()).list("").stream();
	}

}
