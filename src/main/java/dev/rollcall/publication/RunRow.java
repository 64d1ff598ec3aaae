package dev.rollcall.publication;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.dataset.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The row of a commit as it is found, with whatever columns it has: those of an earlier
 * version, or of a later one.
 */
record RunRow(Map<String, @Nullable Object> values) {

	private static final String OWN_HASH = "manifest_sha256";

	/**
	 * Reads a commit.
	 * @throws AlteredNightException where it is none; the message says what is wrong
	 */
	static RunRow read(Path file, Database database) {
		String from = " FROM " + Database.parquet(file);
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		try {
			Map<String, String> columns = database.columnsOf("SELECT *" + from);
			database.query("SELECT *" + from + " LIMIT 2", (row) -> {
				if (!values.isEmpty()) {
					throw new AlteredNightException("it holds more than one row", null);
				}
				int column = 1;
				for (Map.Entry<String, String> type : columns.entrySet()) {
					values.put(type.getKey(), value(row, column++, type.getValue()));
				}
			});
		}
		catch (DatabaseException ex) {
			throw new AlteredNightException("it cannot be read as Parquet", ex);
		}
		catch (ClassCastException ex) {
			throw new AlteredNightException("a column has another type than that of the dataset", ex);
		}
		for (String required : List.of("run_id", "attempt", OWN_HASH)) {
			if (values.get(required) == null) {
				throw new AlteredNightException("it has no " + required, null);
			}
		}
		return new RunRow(values);
	}

	private static @Nullable Object value(Row row, int column, String type) {
		return switch (type) {
			case "BIGINT" -> row.count(column);
			case "BOOLEAN" -> row.flag(column);
			case "TIMESTAMP WITH TIME ZONE" -> row.time(column);
			case "DATE" -> row.date(column);
			case "VARCHAR[]" -> row.texts(column);
			default -> row.text(column);
		};
	}

	String runId() {
		return text("run_id");
	}

	long attempt() {
		return (this.values.get("attempt") instanceof Long attempt) ? attempt : -1;
	}

	String manifestSha256() {
		return text(OWN_HASH);
	}

	boolean partial() {
		return Boolean.TRUE.equals(this.values.get("partial"));
	}

	boolean simulated() {
		return Boolean.TRUE.equals(this.values.get("simulated"));
	}

	@Nullable String organizationId() {
		return Objects.toString(this.values.get("organization_id"), null);
	}

	private String text(String column) {
		return String.valueOf(this.values.get(column));
	}

	/** The first column whose value a manifest says otherwise, or that only one has. */
	Optional<String> differingFrom(JsonNode manifest) {
		Stream<String> columns = this.values.keySet().stream().filter((column) -> !column.equals(OWN_HASH));
		Stream<String> others = manifest.properties()
			.stream()
			.filter((said) -> said.getValue().isValueNode() && !said.getKey().equals("snapshot_date"))
			.map(Map.Entry::getKey);
		return Stream.concat(columns, others)
			.filter((column) -> !isEqual(this.values.get(column), manifest.path(column)))
			.findFirst();
	}

	private static boolean isEqual(@Nullable Object value, JsonNode said) {
		if (value == null || value.equals(List.of())) {
			return (said.isArray() && said.isEmpty()) || said.isNull() || said.isMissingNode();
		}
		if (value instanceof Long number) {
			return said.isIntegralNumber() && said.canConvertToLong() && said.asLong() == number;
		}
		if (value instanceof Boolean flag) {
			return said.isBoolean() && said.asBoolean() == flag;
		}
		if (value instanceof List<?> texts) {
			return isEqual(texts, said);
		}
		return said.isString() && isEqual(value, said.asString());
	}

	private static boolean isEqual(List<?> texts, JsonNode said) {
		if (!said.isArray() || said.size() != texts.size()) {
			return false;
		}
		for (int i = 0; i < texts.size(); i++) {
			if (!said.get(i).isString() || !said.get(i).asString().equals(texts.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isEqual(Object value, String said) {
		try {
			if (value instanceof Instant time) {
				return time.equals(Instant.parse(said));
			}
			return (value instanceof LocalDate date) ? date.equals(LocalDate.parse(said)) : value.equals(said);
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}
