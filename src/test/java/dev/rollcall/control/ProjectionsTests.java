package dev.rollcall.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.dataset.Description;
import dev.rollcall.dataset.Schema;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.job.NightApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link Projections}: files of SQL become datasets. */
class ProjectionsTests {

	private static final NightShape NIGHT = NightApplication.shape(Shipped.SOURCES);

	private final Path directory;

	ProjectionsTests(@TempDir Path directory) {
		this.directory = directory;
	}

	@Test
	void haveTheTypesAndTheOrderOfWhatTheyGive() {
		write("typed", """
				SELECT account_id, true AS flag, count(*) AS number, max(collected_at) AS at, DATE '2026-11-23' AS day,
				  array_agg(region) AS regions, MAP {'a': 'b'} AS tags
				FROM coverage GROUP BY account_id""");
		assertThat(load().all()).singleElement()
			.extracting(Projection::schema)
			.isEqualTo(new Schema("typed",
					List.of(new Column("account_id", ColumnType.STRING), new Column("flag", ColumnType.BOOLEAN),
							new Column("number", ColumnType.BIGINT), new Column("at", ColumnType.TIMESTAMP),
							new Column("day", ColumnType.DATE), new Column("regions", ColumnType.STRINGS),
							new Column("tags", ColumnType.STRING_MAP))));
	}

	@Test
	void sayWhatTheirFileSaysOfThem() {
		write("described", """
				/*
				row: An account's Regions.
				never-null: [account_id]
				columns:
				  account_id: the account
				  regions: where it was asked
				*/
				SELECT account_id, array_agg(region) AS regions FROM coverage GROUP BY account_id""");
		assertThat(load().all()).singleElement()
			.extracting(Projection::description)
			.isEqualTo(new Description("An account's Regions.",
					Map.of("account_id", "the account", "regions", "where it was asked"), Set.of("account_id")));
	}

	@Test
	void sayNothingOfColumnsThatTheyDoNotGive() {
		write("described", """
				/*
				never-null: [acount_id]
				*/
				SELECT account_id FROM coverage""");
		assertThatExceptionOfType(BadInputException.class).isThrownBy(this::load)
			.withMessage(
					"job-config/derived/described.sql:2: never-null: 'acount_id': a column was expected: account_id");
		write("described", """
				/*
				columns:
				  acount_id: the account
				*/
				SELECT account_id FROM coverage""");
		assertThatExceptionOfType(BadInputException.class).isThrownBy(this::load)
			.withMessageStartingWith("job-config/derived/described.sql:3: columns.acount_id");
	}

	@Test
	void standBehindWhatTheyRead() {
		write("a", "SELECT account_id FROM b");
		write("b", "SELECT account_id FROM coverage WHERE account_id IN (SELECT account_id FROM \"C\")");
		write("c", "SELECT account_id FROM account");
		assertThat(names(load().all())).containsExactly("c", "b", "a");
	}

	@Test
	void readNoDatasetThatAPartBeforeTheStatementHides() {
		write("a",
				"WITH b AS (SELECT account_id FROM account), c AS (SELECT account_id FROM b) SELECT account_id FROM c");
		write("b", "SELECT account_id FROM a");
		assertThat(names(load().all())).containsExactly("a", "b");
	}

	@Test
	void readTheDatasetThatTheirOwnPartIsNamedAs() {
		write("a", "WITH b AS (SELECT account_id FROM b) SELECT account_id FROM b");
		write("b", "SELECT account_id FROM account");
		assertThat(names(load().all())).containsExactly("b", "a");
	}

	@Test
	void areMadeOfFindingsWhereOneOfThoseThatTheyReadIs() {
		write("a", "SELECT control_id, number FROM b");
		write("b", "SELECT control_id, count(*) AS number FROM finding GROUP BY control_id");
		write("c", "SELECT account_id FROM account");
		Projections projections = load();
		assertThat(names(projections.ofEvidence())).containsExactly("c");
		assertThat(names(projections.ofFindings())).containsExactly("b", "a");
	}

	@Test
	void knowWhatAReaderNeeds() {
		write("a", "SELECT account_id FROM b");
		write("b", "SELECT account_id FROM account");
		write("c", "SELECT account_id FROM b");
		Projections projections = load();
		assertThat(names(projections.neededBy(Set.of("a", "coverage")))).containsExactly("b", "a");
		assertThat(projections.neededBy(Set.of("account"))).isEmpty();
	}

	@Test
	void replaceAShippedOneThatGivesTheSameFirst() {
		write("trail_sight", "SELECT account_id, count(*) AS trails, CAST(NULL AS varchar) AS unread_verdict,"
				+ " 'Ours.' AS unread_reason, true AS ours FROM trail GROUP BY account_id");
		assertThat(Projections.load(JobConfig.find("job-config", this.directory), NIGHT).all())
			.filteredOn((projection) -> projection.name().equals("trail_sight"))
			.singleElement()
			.satisfies((projection) -> assertThat(projection.schema().columns()).hasSize(5));
	}

	@Test
	void doNotReplaceAShippedOneByOtherColumns() {
		write("trail_sight", "SELECT account_id, count(*) AS trails FROM trail GROUP BY account_id");
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> Projections.load(JobConfig.find("job-config", this.directory), NIGHT))
			.withMessage("job-config/derived/trail_sight.sql:1: it takes the place of a shipped dataset: its columns"
					+ " were expected first: account_id VARCHAR, trails BIGINT, unread_verdict VARCHAR,"
					+ " unread_reason VARCHAR");
	}

	@Test
	void doNotRemoveAShippedOne() {
		write("root_user", "/* disabled: true */");
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> Projections.load(JobConfig.find("job-config", this.directory), NIGHT))
			.withMessage("job-config/derived: root_user: disabled: a shipped dataset stays, for others read it;"
					+ " it can be replaced");
	}

	@Test
	void areRefusedWhereOneIsMadeOfItself() {
		write("a", "SELECT account_id FROM account\nUNION SELECT account_id FROM b");
		write("b", "SELECT account_id FROM c");
		write("c", "SELECT account_id FROM a");
		refuses("job-config/derived/c.sql:1: a: a dataset cannot be made of itself: a reads b reads c reads a");
	}

	@Test
	void areRefusedWhereTheyTakeAPublishedName() {
		write("trail", "SELECT account_id FROM account");
		refuses("job-config/derived/trail.sql: 'trail': a dataset of that name is published already");
	}

	@Test
	void areRefusedWhereTheyTakeANameOfRollcallsOwn() {
		write("manifests", "SELECT account_id FROM account");
		refuses("job-config/derived/manifests.sql: 'manifests': the name is Rollcall's own; another was expected");
	}

	@Test
	void areRefusedWhereTheirNameIsNone() {
		write("my-trails", "SELECT account_id FROM account");
		refuses("job-config/derived/my-trails.sql: 'my-trails': a name of small letters, digits and '_' was expected");
	}

	@Test
	void areRefusedInTheLineOfAnotherType() {
		write("a", "SELECT account_id,\n1.5 AS half FROM account");
		refuses("job-config/derived/a.sql:2: half: one of the types VARCHAR, BOOLEAN, BIGINT, TIMESTAMP WITH TIME ZONE,"
				+ " DATE, VARCHAR[], MAP(VARCHAR, VARCHAR) was expected, it is DECIMAL(2,1)");
	}

	@Test
	void areRefusedWhereAColumnHasNoName() {
		write("a", "SELECT count(*) FROM account");
		refuses("job-config/derived/a.sql:1: count_star(): a name in small letters was expected: ... AS name");
	}

	@Test
	void areRefusedWhereTwoColumnsHaveOneName() {
		write("a", "SELECT a.account_id, b.account_id FROM account a CROSS JOIN account b");
		refuses("job-config/derived/a.sql:1: two columns are named account_id");
	}

	@Test
	void areRefusedWhereAColumnIsTheRunsOwn() {
		write("a", "SELECT run_id FROM account");
		refuses("job-config/derived/a.sql:1: run_id: every published row has a column of that name;"
				+ " another was expected");
	}

	@Test
	void areRefusedWhereTheyReadMoreThanDatasets() {
		write("a", "SELECT content FROM read_text('/etc/passwd')");
		refuses("job-config/derived/a.sql:1: read_text(...): the name of a dataset was expected;"
				+ " nothing else can be read");
	}

	@Test
	void areRefusedAllAtOnceAndWhatReadsThemIsNot() {
		write("a", "SELECT account_id FROM accounts");
		write("b", "SELECT account_id FROM a");
		write("finding", "SELECT account_id FROM account");
		write("z", "SELECT region\nFORM coverage");
		refuses("""
				job-config/derived/finding.sql: 'finding': a dataset of that name is published already
				job-config/derived/z.sql:2: syntax error at or near "coverage"
				job-config/derived/a.sql:1: Table with name accounts does not exist! Did you mean "account"?""");
	}

	@Test
	void giveWhatTheProgramReadsOfScores() {
		assertThat(Shipped.CONTROLS.projections().ofFindings()).extracting(Projection::schema)
			.containsExactly(Schema.of(Score.class));
	}

	private static List<String> names(List<Projection> projections) {
		return projections.stream().map(Projection::name).toList();
	}

	private void refuses(String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(this::load).withMessage(message);
	}

	private Projections load() {
		return Projections.load(JobConfig.find(this.directory.toString()), NIGHT);
	}

	private void write(String name, String sql) {
		try {
			Path file = this.directory.resolve("derived").resolve(name + ".sql");
			Files.createDirectories(file.getParent());
			Files.writeString(file, sql);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
