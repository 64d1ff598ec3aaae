package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.control.Change;
import dev.rollcall.control.Comparison;
import dev.rollcall.control.ControlEntry;
import dev.rollcall.control.Finding;
import dev.rollcall.control.Score;
import dev.rollcall.control.Severity;
import dev.rollcall.control.Verdict;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.publication.Publication;
import dev.rollcall.publication.Run;
import dev.rollcall.publication.Sealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link EarlierNights}: which nights count, and what a lost one costs. */
class EarlierNightsTests {

	private static final LocalDate TONIGHT = LocalDate.parse("2026-11-24");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private final Workspace workspace = new Workspace();

	private final Database database = new Database(this.workspace.directory("duckdb"));

	@SuppressWarnings("NullAway.Init")
	private Output output;

	@BeforeEach
	void open() {
		this.output = Output.at(this.directory.toString());
	}

	@AfterEach
	void close() {
		this.database.close();
		this.workspace.close();
	}

	@Test
	void comparesWithNothingOnTheFirstNight() {
		assertThat(earlier().show(this.database)).isEmpty();
		assertThat(this.database.number("SELECT count(*) FROM " + Comparison.FINDING)).isZero();
	}

	@Test
	void comparesWithTheLatestFullAttemptOfTheLatestDateThatHasOne() {
		publish("2026-11-20", 1, "first", false);
		publish("2026-11-22", 1, "second", false);
		publish("2026-11-22", 2, "again", false);
		publish("2026-11-22", 3, "narrowed", true);
		publish("2026-11-23", 1, "partial", true);
		publish("2026-11-24", 1, "today", false);
		publish("2026-11-25", 1, "later", false);
		assertThat(earlier().show(this.database)).contains(LocalDate.parse("2026-11-22"));
		assertThat(texts("SELECT resource_id FROM " + Comparison.FINDING)).containsExactly("again");
		assertThat(texts("SELECT resource_id FROM " + Comparison.CHANGE + " ORDER BY 1")).containsExactly("again",
				"first");
	}

	@Test
	void takesTheNightBeforeOneThatWasAltered() throws IOException {
		publish("2026-11-20", 1, "first", false);
		NightId altered = publish("2026-11-22", 1, "second", false);
		Files.writeString(this.directory.resolve(altered.data("account")), "x");
		assertThat(earlier().show(this.database)).contains(LocalDate.parse("2026-11-20"));
		assertThat(texts("SELECT resource_id FROM " + Comparison.FINDING)).containsExactly("first");
	}

	@Test
	void takesTheNightBeforeOneWhoseManifestIsLost() throws IOException {
		publish("2026-11-20", 1, "first", false);
		NightId lost = publish("2026-11-22", 1, "second", false);
		Files.delete(this.directory.resolve(lost.manifest()));
		assertThat(earlier().show(this.database)).contains(LocalDate.parse("2026-11-20"));
	}

	@Test
	void showsThirtyNightsTonightAmongThem() {
		LocalDate day = TONIGHT.minusDays(40);
		while (day.isBefore(TONIGHT)) {
			publish(day.toString(), 1, "run-" + day, false);
			day = day.plusDays(1);
		}
		put("score", new Score("2.0", Score.Level.CONTROL, "tonight", 1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 1, "2.0", 0));
		earlier().showTrend(this.database, new NightId(TONIGHT, 1, "tonight"));
		assertThat(texts("SELECT count(*) || ' ' || min(snapshot_date) || ' ' || max(snapshot_date) FROM night_score"))
			.containsExactly("30 2026-10-26 2026-11-24");
	}

	private EarlierNights earlier() {
		return new EarlierNights(this.output, this.workspace, CommittedRuns.of(this.output, this.workspace), TONIGHT);
	}

	private NightId publish(String date, int attempt, String runId, boolean partial) {
		NightId night = new NightId(LocalDate.parse(date), attempt, runId);
		Publication publication = new Publication(this.output, night, this.workspace, Sealing.NONE);
		AccountId account = new AccountId("000000000001");
		put(publication, night, Schema.of(Finding.class),
				new Finding("root.mfa", account, "global", runId, Verdict.NON_COMPLIANT, Severity.LOW, "Why.",
						"PR.AA-01", "PR.AC-1", null, night.snapshotDate(), Verdict.NON_COMPLIANT, "0", false));
		put(publication, night, Schema.of(Change.class),
				new Change("root.mfa", account, "global", runId, Change.Kind.FIXED, null, null));
		put(publication, night, Schema.of(Score.class),
				new Score("2.0", Score.Level.CONTROL, "root.mfa", 1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 1, "2.0", 0));
		put(publication, night, DatasetFiles.account());
		put(publication, night, new Schema("control", Schema.of(ControlEntry.class).columns()));
		publication.commit(new Run(runId, attempt, Instant.EPOCH, Instant.EPOCH, "1.0", "c0", 1, 2, 0, 3, partial,
				false, null, null, null, List.of(), null, null, null, null, null));
		return night;
	}

	/** Tonight's own rows, which are not published yet. */
	private void put(String dataset, Record row) {
		this.database.view(new Schema(dataset, Schema.of(row.getClass()).columns()),
				List.of(file(Schema.of(row.getClass()), row)));
	}

	private Path file(Schema schema, Record... rows) {
		Path path = this.workspace.newFile("published", ".parquet");
		try (ParquetFile file = new ParquetFile(path, schema)) {
			for (Record row : rows) {
				file.write(List.of(), row);
			}
		}
		return path;
	}

	private void put(Publication publication, NightId night, Schema schema, Record... rows) {
		Path path = file(schema, rows);
		publication.put(night.data(schema.dataset()), path, (long) rows.length);
	}

	private List<String> texts(String sql) {
		List<String> texts = new ArrayList<>();
		this.database.query(sql, (row) -> texts.add(row.requiredText(1)));
		return texts;
	}

}
