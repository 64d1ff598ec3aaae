package dev.rollcall.ddl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.CreateView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Each engine is told three databases. The scripts of three tables are kept as text:
 * {@code -Drollcall.renew-goldens=true}.
 */
class ScriptTests {

	private static final Location BUCKET = new Location("s3://audit-bucket/nights");

	private static final LocalDate SINCE = LocalDate.of(2026, 3, 1);

	private static final Dialect ATHENA = new AthenaDialect(BUCKET, SINCE);

	private static final Dialect TRINO = new TrinoDialect(BUCKET, SINCE);

	@ParameterizedTest
	@MethodSource("goldens")
	void saysWhatIsKeptAsText(String name, Dialect dialect) throws IOException {
		Path golden = Path.of("src/test/resources/ddl", name + ".sql");
		String text = new Script(dialect, PublishedTables.of("account", "coverage", "run")).text();
		if (Boolean.getBoolean("rollcall.renew-goldens")) {
			Files.writeString(golden, text);
		}
		assertThat(text).isEqualTo(Files.readString(golden));
	}

	static Stream<Object[]> goldens() {
		return Stream.of(new Object[] { "athena", ATHENA }, new Object[] { "trino", TRINO },
				new Object[] { "duckdb", new DuckDbDialect(new Location("out"), null, Set.of("run", "account")) });
	}

	@Test
	void hivesParserTakesEveryTableOfAthena() throws Exception {
		List<String> tables = statements(ATHENA).stream().filter((sql) -> !sql.contains(" VIEW ")).toList();
		assertThat(tables).hasSize(3 + 2 * PublishedTables.all().size());
		try (HiveParser hive = HiveParser.open()) {
			assertThat(tables).allSatisfy((sql) -> assertThat(hive.refusal(sql)).as(sql).isEmpty());
			assertThat(hive.refusal("CREATE EXTERNAL TABLE `a`.`b` (`c` strin) STORED AS PARQUET"))
				.hasValueSatisfying((refusal) -> assertThat(refusal).contains("line 1:", "strin"));
		}
	}

	@Test
	void trinosParserTakesEveryStatementOfTrinoAndEveryViewOfAthena() {
		SqlParser parser = new SqlParser();
		assertThat(statements(TRINO).stream().map(parser::createStatement))
			.hasSize(3 + 4 * PublishedTables.all().size() + 1)
			.hasAtLeastOneElementOfType(CreateTable.class);
		assertThat(statements(ATHENA).stream().filter((sql) -> sql.contains(" VIEW ")).map(parser::createStatement))
			.hasSize(2 * PublishedTables.all().size() + 1)
			.hasOnlyElementsOfType(CreateView.class);
	}

	@Test
	void everyEngineHasTheSameViews() {
		assertThat(views(ATHENA)).isEqualTo(views(TRINO)).isEqualTo(views(new DuckDbDialect(BUCKET, SINCE, Set.of())));
	}

	@Test
	void semicolonsEndStatementsAndNothingElse() {
		for (Dialect dialect : List.of(ATHENA, TRINO, new DuckDbDialect(BUCKET, SINCE, Set.of("account")))) {
			assertThat(statements(dialect)).noneMatch((sql) -> sql.contains(";"));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> new Location("s3://bucket/a;b"));
	}

	@Test
	void folderIsTheSameWithAndWithoutASlashAtTheEnd() {
		assertThat(new Location("s3://bucket/nights/").folder("run")).isEqualTo("s3://bucket/nights/run/");
		assertThat(new Location("s3://bucket").folder("run")).isEqualTo("s3://bucket/run/");
		assertThat(new Location("/").folder("run")).isEqualTo("/run/");
	}

	private static List<String> views(Dialect dialect) {
		return statements(dialect).stream()
			.filter((sql) -> sql.startsWith("CREATE OR REPLACE VIEW \"rollcall\"")
					|| sql.startsWith("CREATE OR REPLACE VIEW \"rollcall_latest\""))
			.toList();
	}

	private static List<String> statements(Dialect dialect) {
		return new Script(dialect, PublishedTables.all()).statements();
	}

}
