package dev.rollcall.publication;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Row;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;

/** The nights that an output holds: those whose commit is there, and no other. */
public final class CommittedRuns {

	private static final Pattern COMMIT = Pattern
		.compile("run/snapshot_date=(\\d{4}-\\d{2}-\\d{2})/attempt=(\\d+)/run\\.parquet");

	private final Output output;

	private final Workspace workspace;

	private final List<Commit> commits;

	private final Map<Commit, CommittedRun> read = new HashMap<>();

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

	/**
	 * The first and the last date that there is a night of; empty where there is none.
	 */
	public Optional<String> span() {
		return this.commits.isEmpty() ? Optional.empty()
				: Optional.of("nights from " + this.commits.get(0).snapshotDate() + " to "
						+ this.commits.get(this.commits.size() - 1).snapshotDate());
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

	/** The latest attempt of a date that was not narrowed by flags. */
	public Optional<CommittedRun> latestFullAttempt(LocalDate date) {
		return this.commits.stream()
			.filter((commit) -> commit.snapshotDate().equals(date))
			.map(this::read)
			.filter((run) -> !run.partial())
			.reduce((one, later) -> later);
	}

	/** Whether a date has an attempt that was not narrowed by flags. */
	public boolean isPublished(LocalDate date) {
		return latestFullAttempt(date).isPresent();
	}

	/** The latest attempt of the greatest earlier date. */
	public Optional<CommittedRun> previousNight(LocalDate date) {
		return this.commits.stream()
			.filter((commit) -> commit.snapshotDate().isBefore(date))
			.reduce((one, later) -> later)
			.map(this::read);
	}

	/**
	 * The latest full attempts of the dates before a date, the latest date first: what
	 * may be compared with.
	 * @param most how many dates are given at most
	 */
	public List<CommittedRun> fullNights(LocalDate before, int most) {
		List<CommittedRun> nights = new ArrayList<>();
		for (int i = this.commits.size() - 1; i >= 0 && nights.size() < most; i--) {
			Commit commit = this.commits.get(i);
			boolean later = nights.isEmpty()
					|| !nights.get(nights.size() - 1).snapshotDate().equals(commit.snapshotDate());
			if (commit.snapshotDate().isBefore(before) && later) {
				CommittedRun run = read(commit);
				if (!run.partial()) {
					nights.add(run);
				}
			}
		}
		return nights;
	}

	/** An attempt of a date. */
	public Optional<CommittedRun> attempt(LocalDate date, int attempt) {
		return this.commits.stream()
			.filter((commit) -> commit.snapshotDate().equals(date) && commit.attempt() == attempt)
			.findFirst()
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
		return this.read.computeIfAbsent(commit, (unread) -> new CommittedRun(unread.snapshotDate(), fetch(unread)));
	}

	private Run fetch(Commit commit) {
		Path file = this.workspace.newFile("commits", ".parquet");
		this.output.fetch(commit.key(), file);
		List<Run> runs = new ArrayList<>();
		try (Database database = new Database(this.workspace.directory("duckdb"))) {
			database.viewEarlier("run", Schema.of(Run.class), List.of(file));
			database.query("SELECT * FROM run", (row) -> runs.add(run(row)));
		}
		if (runs.size() != 1 || runs.get(0).manifestSha256() == null) {
			throw new AlteredNightException(this.output.locate(commit.key()) + " is no commit: it holds " + runs.size()
					+ " rows where one that names its manifest was expected", null);
		}
		return runs.get(0);
	}

	private static Run run(Row row) {
		return new Run(row.requiredText(1), row.number(2), row.requiredTime(3), row.requiredTime(4),
				row.requiredText(5), row.requiredText(6), row.number(7), row.number(8), row.number(9), row.number(10),
				Boolean.TRUE.equals(row.flag(11)), Boolean.TRUE.equals(row.flag(12)), row.text(13), row.text(14),
				row.text(15), row.texts(16), row.text(17), row.text(18), row.text(19), row.text(20), row.date(21));
	}

	private record Commit(LocalDate snapshotDate, int attempt, String key) {

	}

}
