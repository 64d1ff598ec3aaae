package dev.rollcall.dataset;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Takes records apart into the values of their columns, and puts them together again. */
final class RecordValues {

	private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {

		@Override
		protected Method[] computeValue(Class<?> type) {
			return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).map((accessor) -> {
				accessor.setAccessible(true);
				return accessor;
			}).toArray(Method[]::new);
		}

	};

	private RecordValues() {
	}

	/**
	 * Writes a record's values into a row.
	 * @param from the place of the first
	 */
	static void into(@Nullable Object[] row, int from, Record values) {
		Method[] accessors = ACCESSORS.get(values.getClass());
		for (int i = 0; i < accessors.length; i++) {
			row[from + i] = value(accessors[i], values);
		}
	}

	private static @Nullable Object value(Method accessor, Record values) {
		try {
			return accessor.invoke(values);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("Cannot read " + accessor, ex);
		}
	}

	/**
	 * Puts a record together of the values of a row.
	 * @param from the column of the first, counted from 1
	 */
	static <R extends Record> R of(Row row, int from, Class<R> type) {
		RecordComponent[] components = type.getRecordComponents();
		@Nullable Object[] values = new @Nullable Object[components.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = component(row.value(from + i, ColumnType.of(components[i])), components[i]);
		}
		return type.cast(create(type, values));
	}

	private static @Nullable Object component(@Nullable Object value, RecordComponent component) {
		Class<?> type = component.getType();
		if (value == null) {
			return (type == List.class) ? List.of() : null;
		}
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.filter((constant) -> ((Enum<?>) constant).name().equals(value))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("'" + value + "' is no " + type.getSimpleName()));
		}
		if (type.isRecord()) {
			return create(type, value);
		}
		if (type == int.class || type == Integer.class) {
			return Math.toIntExact((Long) value);
		}
		return value;
	}

	private static Object create(Class<?> type, @Nullable Object... values) {
		Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(parameters);
			constructor.setAccessible(true);
			return constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot make a " + type.getSimpleName(), ex);
		}
	}

}
