package dev.rollcall.dataset;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The current row of a query. Columns are counted from 1. */
public final class Row {

	private final ResultSet results;

	Row(ResultSet results) {
		this.results = results;
	}

	/** A text, null where there is none. */
	public @Nullable String text(int column) {
		return (String) value(column, ColumnType.STRING);
	}

	/** A text that must be there. */
	public String requiredText(int column) {
		String text = text(column);
		if (text == null) {
			throw new IllegalStateException("Column " + name(column) + " is null where a text was expected");
		}
		return text;
	}

	/** A number, 0 where there is none. */
	public long number(int column) {
		Object number = value(column, ColumnType.BIGINT);
		return (number != null) ? (Long) number : 0;
	}

	/** A number, null where there is none. */
	public @Nullable Long count(int column) {
		return (Long) value(column, ColumnType.BIGINT);
	}

	public @Nullable Boolean flag(int column) {
		return (Boolean) value(column, ColumnType.BOOLEAN);
	}

	public @Nullable Instant time(int column) {
		return (Instant) value(column, ColumnType.TIMESTAMP);
	}

	/** A point in time that must be there. */
	public Instant requiredTime(int column) {
		Instant time = time(column);
		if (time == null) {
			throw new IllegalStateException("Column " + name(column) + " is null where a time was expected");
		}
		return time;
	}

	public @Nullable LocalDate date(int column) {
		return (LocalDate) value(column, ColumnType.DATE);
	}

	/** Texts, empty where there are none. */
	public List<String> texts(int column) {
		Object texts = value(column, ColumnType.STRINGS);
		return (texts != null) ? ((List<?>) texts).stream().map(String::valueOf).toList() : List.of();
	}

	/**
	 * A record whose components are columns that stand side by side; a list is empty
	 * where there is none.
	 * @param from the first of them
	 */
	public <R extends Record> R record(int from, Class<R> type) {
		return RecordValues.of(this, from, type);
	}

	@Nullable Object value(int column, ColumnType type) {
		try {
			Object value = this.results.getObject(column);
			return (value != null) ? convert(value, column, type) : null;
		}
		catch (SQLException ex) {
			throw new DatabaseException("Cannot read column " + column, ex);
		}
	}

	private Object convert(Object value, int column, ColumnType type) throws SQLException {
		return switch (type) {
			case STRING -> value.toString();
			case BOOLEAN -> (Boolean) value;
			case BIGINT -> ((Number) value).longValue();
			case TIMESTAMP -> this.results.getObject(column, OffsetDateTime.class).toInstant();
			case DATE -> this.results.getObject(column, LocalDate.class);
			case STRINGS -> Arrays.asList((Object[]) ((Array) value).getArray());
			case STRING_MAP -> sorted((Map<?, ?>) value);
		};
	}

	private static Map<String, @Nullable Object> sorted(Map<?, ?> values) {
		Map<String, @Nullable Object> sorted = new TreeMap<>();
		values.forEach((key, value) -> sorted.put(String.valueOf(key), value));
		return new LinkedHashMap<>(sorted);
	}

	private String name(int column) {
		try {
			return this.results.getMetaData().getColumnName(column);
		}
		catch (SQLException ex) {
			return String.valueOf(column);
		}
	}

}
