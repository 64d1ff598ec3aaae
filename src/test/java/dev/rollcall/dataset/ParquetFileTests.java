package dev.rollcall.dataset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("runtime")
class ParquetFileTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void readsBackInDuckDbWhatARecordHeld() {
		Everything row = new Everything("α\u0000'\"", true, 7L, Instant.parse("2026-11-20T01:02:03.004Z"),
				List.of("b", "a"), Map.of("k", "v"), Colour.RED, new Id("000000000001"));
		assertThat(readBack(row)).containsExactly("α\u0000'\"", "true", "7", "2026-11-20 01:02:03.004+00", "b,a",
				"{k=v}", "RED", "000000000001");
	}

	@Test
	void keepsNullsApartFromEmptyLists() {
		Everything row = new Everything(null, null, null, null, List.of(), null, null, null);
		assertThat(readBack(row)).containsExactly("null", "null", "null", "null", "", "null", "null", "null");
	}

	@Test
	void writesZstdAndMillisecondsInUtc() {
		Path file = write(new Everything("x", true, 1L, Instant.EPOCH, List.of(), Map.of(), Colour.RED, new Id("1")));
		List<String> found = query("SELECT DISTINCT compression FROM parquet_metadata('" + file + "')");
		found.addAll(query("SELECT logical_type FROM parquet_schema('" + file + "') WHERE name = 'time'"));
		assertThat(found).hasSize(2);
		assertThat(found.get(0)).isEqualTo("ZSTD");
		assertThat(found.get(1)).contains("isAdjustedToUTC=1").contains("MILLIS");
	}

	@Test
	void givesAnEmptyDatasetItsSchema() {
		Path file = this.directory.resolve("empty.parquet");
		new ParquetFile(file, Schema.of(Everything.class)).close();
		assertThat(query("SELECT count(*) || '/' || count(words) FROM '" + file + "'")).containsExactly("0/0");
	}

	private List<String> readBack(Everything row) {
		Path file = write(row);
		List<String> values = new ArrayList<>();
		try (Database database = new Database(this.directory)) {
			database.query("SELECT text, flag, number, CAST(time AS VARCHAR), array_to_string(words, ','), "
					+ "CAST(tags AS VARCHAR), colour, id FROM '" + file + "'", (found) -> {
						for (int i = 1; i <= 8; i++) {
							values.add(String.valueOf(found.text(i)));
						}
					});
		}
		return values;
	}

	private Path write(Everything row) {
		Path file = this.directory.resolve("everything.parquet");
		try (ParquetFile parquet = new ParquetFile(file, Schema.of(Everything.class))) {
			parquet.write(List.of(), row);
		}
		return file;
	}

	private List<String> query(String sql) {
		List<String> values = new ArrayList<>();
		try (Database database = new Database(this.directory)) {
			database.query(sql, (row) -> values.add(String.valueOf(row.text(1))));
		}
		return values;
	}

	enum Colour {

		RED

	}

	record Id(String value) {

		@Override
		public String toString() {
			return this.value;
		}

	}

	record Everything(@Nullable String text, @Nullable Boolean flag, @Nullable Long number, @Nullable Instant time,
			List<String> words, @Nullable Map<String, String> tags, @Nullable Colour colour, @Nullable Id id) {

	}

}
