package dev.rollcall.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.rollcall.configuration.Seal;
import dev.rollcall.dataset.LeaseHeldException;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.doctor.Diagnosis.Subject;
import dev.rollcall.input.BadInputException;
import dev.rollcall.job.Sealings;
import dev.rollcall.publication.CommittedRuns;
import org.jspecify.annotations.Nullable;

/**
 * Does to the output what a night does: lists, takes the lease, writes, reads, deletes,
 * and asks for what guards a night. What it writes lies where the next published night
 * cleans up, and is deleted here.
 */
final class OutputCheck {

	private static final byte[] TRIAL = "Written by 'rollcall doctor', which deletes it.\n"
		.getBytes(StandardCharsets.UTF_8);

	private final Output output;

	private final Seal seal;

	private final Workspace workspace;

	private final NightId trial;

	/**
	 * A check.
	 * @param today names what is written
	 * @param runId names it too
	 */
	OutputCheck(Output output, Seal seal, Workspace workspace, LocalDate today, String runId) {
		this.output = output;
		this.seal = seal;
		this.workspace = workspace;
		// No night's attempt is 0: nothing of a night is touched.
		this.trial = new NightId(today, 0, runId);
	}

	/** Adds what was seen, and says what it means for a night. */
	Prognosis run(List<Diagnosis> seen) {
		String key = this.trial.staging() + this.trial.runId() + ".txt";
		EmptyFolders folders = EmptyFolders.before(this.output, List.of(key, this.trial.lease()));
		try {
			if (CommittedRuns.of(this.output, this.workspace).hold(true)) {
				seen.add(Diagnosis.fault(Subject.OUTPUT, place(), "holds simulated nights and takes no real one",
						"give another --out"));
				return Prognosis.REFUSED;
			}
			String version = write(key);
			seen.add(Diagnosis.ok(Subject.OUTPUT, place(), "can be listed, locked, written, read and cleaned up"));
			if (place().startsWith("s3://")) {
				seen.add(versions(version));
			}
			return guard(seen);
		}
		catch (OutputException ex) {
			seen.add(Diagnosis.fault(Subject.OUTPUT, place(), String.valueOf(ex.getMessage()),
					ex.isLasting() ? "mend that, or give another --out" : "that may pass: try again"));
			return Prognosis.UNUSABLE_OUTPUT;
		}
		finally {
			folders.remove();
		}
	}

	private @Nullable String write(String key) {
		try {
			this.output.lease(this.trial.lease(), this.trial.runId()).close();
			this.output.delete(this.trial.lease());
		}
		catch (LeaseHeldException ex) {
			// Another doctor looks at it just now: it can be locked.
		}
		String version = this.output.put(key, trialFile());
		try {
			if (!this.output.read(key).map((content) -> Arrays.equals(content, TRIAL)).orElse(false)) {
				throw new OutputException("Cannot read " + this.output.locate(key) + ": it is not what was written",
						null);
			}
		}
		finally {
			this.output.delete(key);
		}
		return version;
	}

	private Path trialFile() {
		try {
			return Files.write(this.workspace.newFile("doctor", ".txt"), TRIAL);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write to the temporary folder", ex);
		}
	}

	private Diagnosis versions(@Nullable String version) {
		return (version != null && !version.equals("null")) ? Diagnosis.ok(Subject.OUTPUT, place(), "keeps versions")
				: Diagnosis.note(Subject.OUTPUT, place(),
						"keeps no versions: what somebody overwrites or deletes is gone",
						"ask the bucket's owner to switch versioning on");
	}

	/** Signs a text and asks for Object Lock, where the configuration wants them. */
	private Prognosis guard(List<Diagnosis> seen) {
		List<String> wanted = new ArrayList<>();
		this.seal.objectLock().ifPresent((lock) -> wanted.add("the bucket has Object Lock"));
		this.seal.kmsKey().ifPresent((key) -> wanted.add("the key " + key + " signs"));
		this.seal.privateKey().ifPresent((key) -> wanted.add("the private key signs"));
		try {
			Sealings.of(this.seal, this.output);
		}
		catch (BadInputException ex) {
			seen.add(Diagnosis.fault(Subject.OUTPUT, place(), String.valueOf(ex.getMessage()),
					"mend that, or take the key out of the configuration"));
			return Prognosis.REFUSED;
		}
		seen.add(
				wanted.isEmpty()
						? Diagnosis.note(Subject.OUTPUT, place(),
								"nights are neither signed nor retained (none is configured)", null)
						: Diagnosis.ok(Subject.OUTPUT, place(), String.join(", ", wanted)));
		return Prognosis.COMPLETE;
	}

	private String place() {
		return this.output.toString();
	}

}
