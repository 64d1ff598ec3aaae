package dev.rollcall.dataset;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Takes records apart into the values of their columns. */
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

}
