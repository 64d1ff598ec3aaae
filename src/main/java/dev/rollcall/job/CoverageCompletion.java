package dev.rollcall.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.AccountRegion;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellLog;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.ParquetFile;
import org.jspecify.annotations.Nullable;

/**
 * Completes coverage once everybody was asked: where one account's own list has added a
 * Region, every other account has its cells there too, as its own list has them. Nothing
 * is called, and what it needs does not grow with the organization.
 */
final class CoverageCompletion {

	private static final String COLUMNS = DatasetFiles.coverage().columnList();

	private static final int COLUMN_COUNT = DatasetFiles.coverage().columns().size();

	private static final String LIST = "source = " + Database.literal(AccountRegion.SOURCE);

	private final SourceCatalog catalog;

	private final NightScope night;

	private final ExpectedGaps expectedGaps;

	private final Database database;

	private final Instant now;

	/**
	 * Prepares a completion.
	 * @param database has a view of coverage, as far as cells were asked, and of what
	 * accounts' own lists say
	 * @param now when coverage is completed
	 */
	CoverageCompletion(SourceCatalog catalog, NightScope night, ExpectedGaps expectedGaps, Database database,
			Instant now) {
		this.catalog = catalog;
		this.night = night;
		this.expectedGaps = expectedGaps;
		this.database = database;
		this.now = now;
	}

	/** The Regions of the night: those that it began with, and those that were asked. */
	List<String> regions() {
		TreeSet<String> regions = new TreeSet<>(this.night.discovery().regions());
		this.database.query(
				"SELECT DISTINCT region FROM coverage WHERE region <> %s AND source IN (%s)".formatted(
						Database.literal(Cell.GLOBAL),
						regional().map((source) -> Database.literal(source.name())).collect(Collectors.joining(", "))),
				(row) -> regions.add(row.requiredText(1)));
		return List.copyOf(regions);
	}

	private Stream<SourceDefinition> regional() {
		return this.catalog.definitions().stream().filter((source) -> source.isRegional() && !source.isDistinct());
	}

	/** Writes the rows of the cells that nobody asked in these Regions. */
	void write(List<String> added, Path file) {
		try (ParquetFile rows = new ParquetFile(file, DatasetFiles.coverage())) {
			for (String region : added) {
				regional().forEach((source) -> write(source, region, rows));
			}
		}
	}

	private void write(SourceDefinition source, String region, ParquetFile rows) {
		if (!source.isOrganizational()) {
			lists(region, "account_id NOT IN (" + asked(source, region) + ")",
					(list) -> write(new Cell(list.cell().accountId(), region, source.name()), source, list, rows));
			return;
		}
		for (AccountId owner : unasked(source, region)) {
			write(new Cell(owner, region, source.name()), source, list(owner, region), rows);
		}
	}

	private void write(Cell cell, SourceDefinition source, @Nullable Listed list, ParquetFile rows) {
		CellResult completed = (list != null)
				? this.night.unasked(cell, source, list.cell().result(), list.optStatus(), this.now)
				: this.night.unasked(cell, source, null, null, this.now);
		rows.write(List.of(), Coverage.of(completed, this.expectedGaps));
		CellLog.say(completed);
	}

	private static String asked(SourceDefinition source, String region) {
		return "SELECT account_id FROM coverage WHERE source = %s AND region = %s"
			.formatted(Database.literal(source.name()), Database.literal(region));
	}

	/**
	 * The owners that have no cell there. Whom evidence names is somebody wherever it was
	 * asked; elsewhere the cell is management's, which names nobody there.
	 */
	private List<AccountId> unasked(SourceDefinition source, String region) {
		List<AccountId> unasked = new ArrayList<>();
		boolean named = source.askedIn() == AskedIn.NAMED_ADMINISTRATOR && this.night.knowsOrganization();
		if (named && this.night.discovery().managementAccount() != null) {
			if (this.database.number("SELECT count(*) FROM (" + asked(source, region) + ")") == 0) {
				unasked.add(this.night.discovery().managementAccount());
			}
			return unasked;
		}
		this.database.query("""
				SELECT DISTINCT account_id FROM coverage WHERE source = %s AND account_id NOT IN (%s)
				ORDER BY account_id""".formatted(Database.literal(source.name()), asked(source, region)),
				(row) -> unasked.add(new AccountId(row.requiredText(1))));
		return unasked;
	}

	private @Nullable Listed list(AccountId account, String region) {
		List<Listed> found = new ArrayList<>();
		lists(region, "account_id = " + Database.literal(account.value()), found::add);
		return found.isEmpty() ? null : found.get(0);
	}

	private void lists(String region, String accounts, Consumer<Listed> use) {
		this.database.query("""
				SELECT %s, (
				  SELECT min(listed.opt_status) FROM account_region listed
				  WHERE listed.account_id = coverage.account_id AND listed.name = %s) AS opt_status
				FROM coverage WHERE %s AND %s""".formatted(COLUMNS, Database.literal(region), LIST, accounts),
				(row) -> use.accept(new Listed(row.record(1, Coverage.class), row.text(COLUMN_COUNT + 1))));
	}

	/**
	 * The cell in which an account's own list is read, and the list's word for a Region.
	 */
	private record Listed(Coverage cell, @Nullable String optStatus) {

	}

}
