package dev.rollcall.publication;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Row;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nights that an output holds: those whose commit is there, and no other. */
public final class CommittedRuns {

	private static final Logger logger = LoggerFactory.getLogger(CommittedRuns.class);

	private final Output output;

	private final Workspace workspace;

	private final List<CommitKey> commits;

	private final Map<CommitKey, CommittedRun> read = new HashMap<>();

	private final Set<CommitKey> unreadable = new HashSet<>();

	private CommittedRuns(Output output, Workspace workspace, List<CommitKey> commits) {
		this.output = output;
		this.workspace = workspace;
		this.commits = commits;
	}

	/** Lists the commits of an output; none is read yet. */
	public static CommittedRuns of(Output output, Workspace workspace) {
		List<CommitKey> commits = output.list(NightId.COMMITS)
			.stream()
			.map(CommitKey::parse)
			.flatMap(Optional::stream)
			.sorted()
			.toList();
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
			.mapToInt(CommitKey::attempt)
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

	/**
	 * The latest attempt of a date that was not narrowed by flags; what cannot be read is
	 * passed over.
	 */
	public Optional<CommittedRun> latestFullAttempt(LocalDate date) {
		return latestFirst((commit) -> commit.snapshotDate().equals(date)).filter((run) -> !run.partial()).findFirst();
	}

	/** Whether a date has an attempt that was not narrowed by flags. */
	public boolean isPublished(LocalDate date) {
		return latestFullAttempt(date).isPresent();
	}

	/**
	 * The latest attempt of the greatest earlier date; what cannot be read is passed
	 * over.
	 */
	public Optional<CommittedRun> previousNight(LocalDate date) {
		return latestFirst((commit) -> commit.snapshotDate().isBefore(date)).findFirst();
	}

	/**
	 * The attempt of a night's date before it; what cannot be read is passed over.
	 */
	Optional<CommittedRun> previousAttempt(NightId night) {
		return latestFirst(
				(commit) -> commit.snapshotDate().equals(night.snapshotDate()) && commit.attempt() < night.attempt())
			.findFirst();
	}

	/** Where all of them lie, in order. */
	List<String> keys() {
		return this.commits.stream().map(CommitKey::key).toList();
	}

	/**
	 * The latest full attempts of the dates before a date, the latest date first: what
	 * may be compared with. What cannot be read is passed over.
	 * @param most how many dates are given at most
	 */
	public List<CommittedRun> fullNights(LocalDate before, int most) {
		Set<LocalDate> dates = new HashSet<>();
		return latestFirst((commit) -> commit.snapshotDate().isBefore(before) && !dates.contains(commit.snapshotDate()))
			.filter((run) -> !run.partial() && dates.add(run.snapshotDate()))
			.limit(most)
			.toList();
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
		return latestFirst((commit) -> true).findFirst().filter((run) -> run.simulated() == simulated).isPresent();
	}

	/**
	 * The nights whose commits can be read, the latest first. Tonight does not fail for
	 * what was done to an earlier night: that is said, and verify names it.
	 */
	private Stream<CommittedRun> latestFirst(Predicate<CommitKey> which) {
		return IntStream.iterate(this.commits.size() - 1, (i) -> i >= 0, (i) -> i - 1)
			.mapToObj(this.commits::get)
			.filter(which)
			.map(this::readable)
			.flatMap(Optional::stream);
	}

	private Optional<CommittedRun> readable(CommitKey commit) {
		if (this.unreadable.contains(commit)) {
			return Optional.empty();
		}
		try {
			return Optional.of(read(commit));
		}
		catch (AlteredNightException ex) {
			logger.warn("A commit is passed over: {}", ex.getMessage());
			this.unreadable.add(commit);
			return Optional.empty();
		}
	}

	private CommittedRun read(CommitKey commit) {
		return this.read.computeIfAbsent(commit, (unread) -> new CommittedRun(unread.snapshotDate(), fetch(unread)));
	}

	private Run fetch(CommitKey commit) {
		Path file = this.workspace.newFile("commits", ".parquet");
		if (!this.output.fetch(commit.key(), file)) {
			throw new AlteredNightException(this.output.locate(commit.key()) + " was there when it was listed", null);
		}
		List<Run> runs = new ArrayList<>();
		try (Database database = new Database(this.workspace.directory("duckdb"))) {
			database.viewEarlier("run", Schema.of(Run.class), List.of(file));
			database.query("SELECT * FROM run LIMIT 2", (row) -> runs.add(run(row)));
		}
		catch (DatabaseException | IllegalStateException ex) {
			throw new AlteredNightException(
					this.output.locate(commit.key()) + " is no commit: it cannot be read as one", ex);
		}
		if (runs.size() != 1 || runs.get(0).manifestSha256() == null || runs.get(0).attempt() != commit.attempt()) {
			throw new AlteredNightException(this.output.locate(commit.key())
					+ " is no commit: one row of this attempt that names its manifest was expected", null);
		}
		return runs.get(0);
	}

	private static Run run(Row row) {
		return new Run(row.requiredText(1), row.number(2), row.requiredTime(3), row.requiredTime(4),
				row.requiredText(5), row.requiredText(6), row.number(7), row.number(8), row.number(9), row.number(10),
				Boolean.TRUE.equals(row.flag(11)), Boolean.TRUE.equals(row.flag(12)), row.text(13), row.text(14),
				row.text(15), row.texts(16), row.text(17), row.text(18), row.text(19), row.text(20), row.date(21));
	}

}
