package dev.rollcall.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rollcall.control.Change;
import dev.rollcall.control.Comparison;
import dev.rollcall.control.ControlEntry;
import dev.rollcall.control.Finding;
import dev.rollcall.control.JudgedDatasets;
import dev.rollcall.control.Score;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.AlteredNightException;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.publication.PublishedNight;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The full nights before a night: the one that it is compared with, and those of the last
 * weeks, for what reappears and for trends. A night that cannot be read is left out and
 * said: tonight does not fail for what an earlier one lost.
 */
final class EarlierNights {

	/** How many nights a trend shows, tonight among them. */
	private static final int TREND = 30;

	private static final Logger logger = LoggerFactory.getLogger(EarlierNights.class);

	private final Output output;

	private final Workspace workspace;

	private final CommittedRuns committed;

	private final LocalDate before;

	private @Nullable List<PublishedNight> nights;

	/** The nights before a date that an output holds; none is read until it is needed. */
	EarlierNights(Output output, Workspace workspace, CommittedRuns committed, LocalDate before) {
		this.output = output;
		this.workspace = workspace;
		this.committed = committed;
		this.before = before;
	}

	/** The latest first. */
	private List<PublishedNight> nights() {
		if (this.nights == null) {
			this.nights = this.committed.fullNights(this.before, TREND - 1)
				.stream()
				.map((run) -> new PublishedNight(this.output, this.workspace, run))
				.toList();
		}
		return this.nights;
	}

	/**
	 * Makes the latest night that can be read, and the changes of all, readable under the
	 * names that a comparison reads.
	 * @return the night to compare with; empty where there is none
	 */
	Optional<LocalDate> show(Database database) {
		database.viewEarlier(Comparison.CHANGE, Schema.of(Change.class), copies("change"));
		for (PublishedNight night : nights()) {
			if (show(database, night)) {
				return Optional.of(night.run().snapshotDate());
			}
		}
		showFiles(database, List.of(), List.of(), List.of(), List.of());
		return Optional.empty();
	}

	private static boolean show(Database database, PublishedNight night) {
		try {
			showFiles(database, List.of(night.require("finding")), List.of(night.require("account")),
					List.of(night.require("control")), night.copy("parameter").map(List::of).orElse(List.of()));
			database.number("SELECT count(*) FROM " + Comparison.FINDING);
			return true;
		}
		catch (OutputException | AlteredNightException | DatabaseException ex) {
			logger.warn("The night of {} cannot be read and is not compared with: {}", night.run().snapshotDate(),
					ex.getMessage());
			return false;
		}
	}

	/** The night of a date. */
	Optional<PublishedNight> of(LocalDate date) {
		return nights().stream().filter((night) -> night.run().snapshotDate().equals(date)).findFirst();
	}

	private static void showFiles(Database database, List<Path> findings, List<Path> accounts, List<Path> controls,
			List<Path> parameters) {
		database.viewEarlier(Comparison.FINDING, Schema.of(Finding.class), findings);
		database.viewEarlier(Comparison.ACCOUNT, DatasetFiles.account(), accounts);
		database.viewEarlier(Comparison.CONTROL, Schema.of(ControlEntry.class), controls);
		database.viewEarlier(Comparison.PARAMETER, JudgedDatasets.PARAMETER, parameters);
	}

	/** Copies of a dataset of all nights that have it. */
	private List<Path> copies(String dataset) {
		List<Path> files = new ArrayList<>();
		for (PublishedNight night : nights()) {
			try {
				night.copy(dataset).ifPresent(files::add);
			}
			catch (OutputException | AlteredNightException ex) {
				logger.warn("The dataset {} of {} cannot be read and is left out: {}", dataset,
						night.run().snapshotDate(), ex.getMessage());
			}
		}
		return files;
	}

	/**
	 * Makes the table {@code night_score} of the nights of a trend, each with its
	 * snapshot date. Tonight's scores are read from its own view.
	 */
	void showTrend(Database database, NightId tonight) {
		String columns = Schema.of(Score.class).columnList();
		database.execute(
				"CREATE OR REPLACE TABLE night_score AS SELECT DATE '%s' AS snapshot_date, %d AS attempt, %s FROM score"
					.formatted(tonight.snapshotDate(), tonight.attempt(), columns));
		for (PublishedNight night : nights()) {
			addScores(database, night, columns);
		}
	}

	private static void addScores(Database database, PublishedNight night, String columns) {
		try {
			night.copy("score").ifPresent((file) -> {
				database.viewEarlier("earlier_score", Schema.of(Score.class), List.of(file));
				database.execute("INSERT INTO night_score SELECT DATE '%s', %d, %s FROM earlier_score"
					.formatted(night.run().snapshotDate(), night.run().run().attempt(), columns));
			});
		}
		catch (OutputException | AlteredNightException | DatabaseException ex) {
			logger.warn("The scores of {} cannot be read and are left out of the trend: {}", night.run().snapshotDate(),
					ex.getMessage());
		}
	}

}
