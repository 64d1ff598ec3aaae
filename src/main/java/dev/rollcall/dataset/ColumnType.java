package dev.rollcall.dataset;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The types that columns have; few, so that every reader knows them. */
public enum ColumnType {

	/** UTF-8 text; enums by name, account ids, ARNs. */
	STRING,

	BOOLEAN,

	/** A 64-bit integer. */
	BIGINT,

	/** Milliseconds, adjusted to UTC. */
	TIMESTAMP,

	/** A day of the calendar, without a time zone. */
	DATE,

	/** {@code array<varchar>}. */
	STRINGS,

	/** {@code map<varchar,varchar>}. */
	STRING_MAP;

	static ColumnType of(RecordComponent component) {
		Class<?> type = component.getType();
		if (type == boolean.class || type == Boolean.class) {
			return BOOLEAN;
		}
		if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
			return BIGINT;
		}
		if (type == Instant.class) {
			return TIMESTAMP;
		}
		if (type == LocalDate.class) {
			return DATE;
		}
		if (type == String.class || type.isEnum() || isText(type)) {
			return STRING;
		}
		Type generic = component.getGenericType();
		if (generic instanceof ParameterizedType parameterized && isOfStrings(parameterized)) {
			if (type == List.class) {
				return STRINGS;
			}
			if (type == Map.class) {
				return STRING_MAP;
			}
		}
		throw new IllegalArgumentException("A column cannot hold " + generic + " (" + component.getDeclaringRecord()
				+ "." + component.getName()
				+ "): text, an enum, boolean, int, long, Instant, LocalDate, List<String> or Map<String, String> expected");
	}

	/** A record around one text, such as an account id, is that text. */
	private static boolean isText(Class<?> type) {
		return type.isRecord() && type.getRecordComponents().length == 1
				&& type.getRecordComponents()[0].getType() == String.class;
	}

	private static boolean isOfStrings(ParameterizedType type) {
		for (Type argument : type.getActualTypeArguments()) {
			if (argument != String.class) {
				return false;
			}
		}
		return true;
	}

	org.apache.parquet.schema.Type parquet(String name) {
		return switch (this) {
			case STRING -> Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
			case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
			case BIGINT -> Types.optional(PrimitiveTypeName.INT64).named(name);
			case TIMESTAMP -> Types.optional(PrimitiveTypeName.INT64)
				.as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
				.named(name);
			case DATE -> Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
			case STRINGS -> Types.optionalList()
				.optionalElement(PrimitiveTypeName.BINARY)
				.as(LogicalTypeAnnotation.stringType())
				.named(name);
			case STRING_MAP -> Types.optionalMap()
				.key(PrimitiveTypeName.BINARY)
				.as(LogicalTypeAnnotation.stringType())
				.optionalValue(PrimitiveTypeName.BINARY)
				.as(LogicalTypeAnnotation.stringType())
				.named(name);
		};
	}

	/** The type's name in DuckDB. */
	public String sql() {
		return switch (this) {
			case STRING -> "VARCHAR";
			case BOOLEAN -> "BOOLEAN";
			case BIGINT -> "BIGINT";
			case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
			case DATE -> "DATE";
			case STRINGS -> "VARCHAR[]";
			case STRING_MAP -> "MAP(VARCHAR, VARCHAR)";
		};
	}

	/** The type of a name in DuckDB; empty where columns do not have that. */
	public static Optional<ColumnType> ofSql(String name) {
		return Arrays.stream(values()).filter((type) -> type.sql().equals(name)).findFirst();
	}

	/** The names of all in DuckDB. */
	public static String allSql() {
		return Arrays.stream(values()).map(ColumnType::sql).collect(Collectors.joining(", "));
	}

	/** Whether rows can be put in order by it. */
	boolean isOrdered() {
		return this != STRING_MAP && this != STRINGS;
	}

}
