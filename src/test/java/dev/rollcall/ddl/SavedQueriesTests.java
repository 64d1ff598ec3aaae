package dev.rollcall.ddl;

import java.nio.file.Path;
import java.util.List;

import dev.rollcall.dataset.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Shipped queries say what they are for, and run where there is no night yet. */
class SavedQueriesTests {

	/** What Athena keeps of a named query. */
	private static final int LONGEST_NAME = 128;

	private static final int LONGEST_DESCRIPTION = 1024;

	private static final List<SavedQuery> ALL = SavedQuery.all();

	@Test
	void areFifteenWithATitleAndADescriptionThatAthenaKeeps() {
		assertThat(ALL).hasSize(15).allSatisfy((query) -> {
			assertThat(query.title()).as(query.name()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_NAME);
			assertThat(query.description()).as(query.name()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_DESCRIPTION);
		});
		assertThat(ALL).extracting(SavedQuery::title).doesNotHaveDuplicates();
	}

	@Test
	void runOnABareDuckDbAndShowNothingWhereThereIsNoNight(@TempDir Path empty) throws Exception {
		try (BareDuckDb duckDb = BareDuckDb.over(empty, PublishedTables.all())) {
			for (SavedQuery query : ALL) {
				assertThat(duckDb.rows(query.text())).as(query.name()).isEmpty();
			}
		}
	}

	@Test
	void trailOfAFindingCountsTheRowsOfEveryDatasetOfEvidence() {
		String trail = ALL.stream()
			.filter((query) -> query.name().equals("finding-trail"))
			.findFirst()
			.orElseThrow()
			.text();
		List<String> evidence = PublishedTables.all()
			.stream()
			.filter((table) -> table.schema().columns().containsAll(Schema.CELL) && !table.name().equals("coverage"))
			.map(Table::name)
			.toList();
		assertThat(evidence).hasSizeGreaterThan(20)
			.allSatisfy((dataset) -> assertThat(trail)
				.contains("'" + dataset + "' AS dataset FROM rollcall_files." + dataset));
	}

}
