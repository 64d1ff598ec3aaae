package dev.rollcall.publication;

import java.nio.file.Path;
import java.util.Optional;

import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Workspace;

/** The datasets of a committed night, copied when they are asked for. */
public final class PublishedNight {

	private final Output output;

	private final Workspace workspace;

	private final CommittedRun run;

	public PublishedNight(Output output, Workspace workspace, CommittedRun run) {
		this.output = output;
		this.workspace = workspace;
		this.run = run;
	}

	public CommittedRun run() {
		return this.run;
	}

	/**
	 * A local copy of a dataset's file; empty where the night has no such dataset.
	 * @throws dev.rollcall.dataset.OutputException where it cannot be read
	 */
	public Optional<Path> copy(String dataset) {
		String key = this.run.night().data(dataset);
		if (!this.output.list(key).contains(key)) {
			return Optional.empty();
		}
		Path file = this.workspace.newFile("earlier", "-" + dataset + ".parquet");
		this.output.fetch(key, file);
		return Optional.of(file);
	}

}
