package dev.rollcall.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Staging;
import dev.rollcall.organization.Discovery;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Makes one file of each dataset of what is staged, and holds the result to the first
 * law: every cell has its row.
 */
@Component
class CompactTasklet implements Tasklet {

	private final NightId id;

	private final SourceCatalog catalog;

	private final Night night;

	private final DatasetFiles files;

	private final Optional<TopUp> topUp;

	private final Staging staging;

	CompactTasklet(NightRequest request, SourceCatalog catalog, Night night, DatasetFiles files, Optional<TopUp> topUp,
			Staging staging) {
		this.topUp = topUp;
		this.id = request.night();
		this.catalog = catalog;
		this.night = night;
		this.files = files;
		this.staging = staging;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		try (Database database = this.files.open()) {
			this.topUp.ifPresent((topUp) -> {
				database.view(DatasetFiles.coverage(), parts(DatasetFiles.coverage()));
				topUp.compare(database);
			});
			for (Schema schema : DatasetFiles.collected(this.catalog)) {
				compact(database, schema);
			}
		}
		try (Database database = this.files.open()) {
			checkEveryCellHasItsRow(database);
			checkSomebodyAnswered(database);
		}
		return RepeatStatus.FINISHED;
	}

	private void compact(Database database, Schema staged) {
		List<Path> parts = new ArrayList<>(parts(staged));
		database.view(staged, parts);
		this.topUp.ifPresent((topUp) -> {
			Path kept = this.files.begin(staged);
			topUp.keep(database, staged, kept);
			parts.add(kept);
			database.view(staged, parts);
		});
		Schema published = staged.behind(Schema.RUN);
		Path file = this.files.begin(published);
		long rows = database.write("SELECT %s AS run_id, %d AS attempt, * FROM \"%s\""
			.formatted(Database.literal(this.id.runId()), this.id.attempt(), staged.dataset()), published, file);
		this.files.finish(published, file, rows);
		StagedWriter.delete(parts);
	}

	private List<Path> parts(Schema staged) {
		return this.night.staged().stream().flatMap((file) -> file.files(staged.dataset()).stream()).toList();
	}

	private void checkEveryCellHasItsRow(Database database) {
		Discovery discovery = this.night.discovery();
		for (SourceDefinition source : this.catalog.definitions()) {
			long regions = source.scope().isRegional() ? discovery.regions().size() : 1;
			Cells cells = Cells.of(source, database);
			boolean whole = source.scope().isOrganizational()
					? cells.rows() == cells.accounts() * regions && cells.accounts() > 0
					: cells.rows() == discovery.accounts().size() * regions;
			if (!whole || cells.rows() != cells.distinct()) {
				throw new IllegalStateException("Coverage of " + source.name() + " has " + cells + " for "
						+ discovery.accounts().size() + " accounts and " + regions + " Regions");
			}
		}
	}

	/** Without one account that was entered there is no night. */
	private void checkSomebodyAnswered(Database database) {
		long refused = database.number("SELECT count(*) FROM coverage WHERE operation = 'sts:AssumeRole'");
		String askedOfReader = this.catalog.definitions()
			.stream()
			.filter((source) -> source.askedIn() == AskedIn.READER)
			.map((source) -> Database.literal(source.name()))
			.collect(Collectors.joining(", "));
		long answered = database
			.number("SELECT count(*) FROM coverage WHERE calls > 0 AND source NOT IN (%s)".formatted(askedOfReader));
		if (refused > 0 && answered == 0) {
			this.staging.clear();
			List<String> example = new ArrayList<>();
			database.query("""
					SELECT account_id || ': ' || error_code || ': ' || coalesce(error_message, '') FROM coverage
					WHERE operation = 'sts:AssumeRole' ORDER BY account_id LIMIT 1""",
					(row) -> example.add(String.valueOf(row.text(1))));
			throw new NightFailure(NightFailure.Reason.NOBODY_ANSWERED,
					"No account could be entered; the first was refused: " + String.join("", example));
		}
	}

	/** How many rows of coverage a source has, of how many cells and accounts. */
	private record Cells(long rows, long distinct, long accounts) {

		static Cells of(SourceDefinition source, Database database) {
			String roster = source.scope().isOrganizational() ? ""
					: " AND account_id IN (SELECT account_id FROM account)";
			List<Cells> found = new ArrayList<>();
			database.query("""
					SELECT count(*), count(DISTINCT account_id || '/' || region), count(DISTINCT account_id)
					FROM coverage WHERE source = ?""" + roster, List.of(source.name()),
					(row) -> found.add(new Cells(row.number(1), row.number(2), row.number(3))));
			return found.get(0);
		}

	}

}
