package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.cli.NightTables;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.control.Projections;
import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.ddl.AthenaDialect;
import dev.rollcall.ddl.DataDictionary;
import dev.rollcall.ddl.Table;
import dev.rollcall.input.JobConfig;
import dev.rollcall.job.NightApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of columns stands in the comments of records and in the files of derived
 * datasets. The packaged dictionary and the page are made of both:
 * {@code -Drollcall.renew-goldens=true}.
 */
class DataDictionaryTests {

	private static final Path DICTIONARY = Path.of("src/main/resources", DataDictionary.RESOURCE);

	private static final Path PAGE = Path.of("docs/data-dictionary.md");

	/** What the Glue catalog keeps of a table's description. */
	private static final int LONGEST_ROW = 2048;

	private static String dictionary;

	private static List<Table> tables;

	@BeforeAll
	static void load() throws IOException {
		RecordComments comments = RecordComments.read();
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			SourceCatalog sources = context.getBean(SourceCatalog.class);
			Projections projections = Projections.load(JobConfig.find("job-config"), NightApplication.shape(sources));
			dictionary = NightTables.of(sources, projections, DataDictionary.load())
				.stream()
				.sorted(Comparator.comparing(Table::name))
				.flatMap((table) -> comments.lines(table.schema()).stream())
				.collect(Collectors.joining("\n", "", "\n"));
			tables = NightTables.of(sources, projections, DataDictionary.parse(dictionary))
				.stream()
				.sorted(Comparator.comparing(Table::name))
				.toList();
		}
	}

	@Test
	void dictionaryIsMadeOfWhatRecordsSay() throws IOException {
		hold(DICTIONARY, dictionary);
	}

	@Test
	void pageIsMadeOfTheDictionary() throws IOException {
		hold(PAGE,
				"""
						# Data dictionary

						What each night's datasets hold, a table each: every column, its type (Athena's; in DuckDB `timestamp` has a time
						zone, UTC), what it means, and whether it is never null. That holds for nights of a version that has the column:
						columns are added at the end, and are null in nights before. (Made from the code; do not edit.)

						"""
						+ tables.stream().map(DataDictionaryTests::section).collect(Collectors.joining("\n")));
	}

	@Test
	void everyColumnIsSaidSomethingOfThatCatalogsKeep() {
		assertThat(tables).allSatisfy((table) -> {
			assertThat(table.description().row()).as(table.name()).isNotBlank().hasSizeLessThan(LONGEST_ROW);
			assertThat(table.columns())
				.allSatisfy((column) -> assertThat(table.meaning(column)).as("%s.%s", table.name(), column.name())
					.isNotBlank()
					.isPrintable()
					.hasSizeLessThan(AthenaDialect.LONGEST_COMMENT - " Never null.".length() - 1));
		});
	}

	private static String section(Table table) {
		return "## %s\n\n%s\n\n| column | type | meaning | never null |\n|---|---|---|---|\n%s".formatted(table.name(),
				cell(table.description().row()),
				table.columns().stream().map((column) -> row(table, column)).collect(Collectors.joining()));
	}

	private static String row(Table table, Column column) {
		return "| `%s` | %s | %s | %s |\n".formatted(column.name(), type(column.type()), cell(table.meaning(column)),
				table.neverNull(column) ? "yes" : "");
	}

	private static String cell(String text) {
		return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
	}

	private static String type(ColumnType type) {
		return switch (type) {
			case STRING -> "varchar";
			case STRINGS -> "array(varchar)";
			case STRING_MAP -> "map(varchar, varchar)";
			case BOOLEAN, BIGINT, DATE, TIMESTAMP -> type.name().toLowerCase(java.util.Locale.ROOT);
		};
	}

	private static void hold(Path golden, String text) throws IOException {
		if (Boolean.getBoolean("rollcall.renew-goldens")) {
			Files.writeString(golden, text);
		}
		assertThat(text).isEqualTo(Files.readString(golden));
	}

}
