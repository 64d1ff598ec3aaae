package dev.rollcall.publication;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Workspace;

/** The nights that an output holds: those whose commit is there, and no other. */
public final class CommittedRuns {

	private static final Pattern COMMIT = Pattern
		.compile("run/snapshot_date=(\\d{4}-\\d{2}-\\d{2})/attempt=(\\d+)/run\\.parquet");

	private final Output output;

	private final Workspace workspace;

	private final List<Commit> commits;

	private CommittedRuns(Output output, Workspace workspace, List<Commit> commits) {
		this.output = output;
		this.workspace = workspace;
		this.commits = commits;
	}

	/** Lists the commits of an output; none is read yet. */
	public static CommittedRuns of(Output output, Workspace workspace) {
		List<Commit> commits = new ArrayList<>();
		for (String key : output.list(NightId.COMMITS)) {
			Matcher matcher = COMMIT.matcher(key);
			if (matcher.matches()) {
				commits.add(new Commit(LocalDate.parse(matcher.group(1)), Integer.parseInt(matcher.group(2)), key));
			}
		}
		commits.sort(Comparator.comparing(Commit::snapshotDate).thenComparing(Commit::attempt));
		return new CommittedRuns(output, workspace, commits);
	}

	/** The attempt that a new night of a date is. */
	public int nextAttempt(LocalDate date) {
		return 1 + this.commits.stream()
			.filter((commit) -> commit.snapshotDate().equals(date))
			.mapToInt(Commit::attempt)
			.max()
			.orElse(0);
	}

	/** The latest attempt of a date. */
	public Optional<CommittedRun> latestAttempt(LocalDate date) {
		return this.commits.stream()
			.filter((commit) -> commit.snapshotDate().equals(date))
			.reduce((one, later) -> later)
			.map(this::read);
	}

	/** Whether a date has an attempt that was not narrowed by flags. */
	public boolean isPublished(LocalDate date) {
		return this.commits.stream()
			.filter((commit) -> commit.snapshotDate().equals(date))
			.map(this::read)
			.anyMatch((run) -> !run.partial());
	}

	/** The latest attempt of the greatest earlier date. */
	public Optional<CommittedRun> previousNight(LocalDate date) {
		return this.commits.stream()
			.filter((commit) -> commit.snapshotDate().isBefore(date))
			.reduce((one, later) -> later)
			.map(this::read);
	}

	/**
	 * Whether the output holds simulated nights, or real ones; it holds one kind only.
	 */
	public boolean hold(boolean simulated) {
		return this.commits.stream()
			.reduce((one, later) -> later)
			.map(this::read)
			.filter((run) -> run.simulated() == simulated)
			.isPresent();
	}

	private CommittedRun read(Commit commit) {
		Path file = this.workspace.newFile("commits", ".parquet");
		this.output.fetch(commit.key(), file);
		List<CommittedRun> runs = new ArrayList<>();
		try (Database database = new Database(this.workspace.directory("duckdb"))) {
			database.query(
					"SELECT run_id, partial, simulated, manifest_sha256 FROM read_parquet("
							+ Database.literal(file.toString()) + ", hive_partitioning = false)",
					(row) -> runs.add(new CommittedRun(commit.snapshotDate(), commit.attempt(), row.requiredText(1),
							Boolean.TRUE.equals(row.flag(2)), Boolean.TRUE.equals(row.flag(3)), row.requiredText(4))));
		}
		if (runs.size() != 1) {
			throw new IllegalStateException(
					this.output.locate(commit.key()) + " holds " + runs.size() + " rows where one was expected");
		}
		return runs.get(0);
	}

	private record Commit(LocalDate snapshotDate, int attempt, String key) {

	}

}
