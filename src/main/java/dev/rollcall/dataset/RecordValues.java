package dev.rollcall.dataset;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

import org.jspecify.annotations.Nullable;

/** Takes records apart into the values of their columns. */
final class RecordValues {

	private RecordValues() {
	}

	/**
	 * Writes a record's values into a row.
	 * @param from the place of the first
	 */
	static void into(@Nullable Object[] row, int from, Record values) {
		RecordComponent[] components = values.getClass().getRecordComponents();
		for (int i = 0; i < components.length; i++) {
			row[from + i] = value(components[i].getAccessor(), values);
		}
	}

	private static @Nullable Object value(Method accessor, Record values) {
		try {
			accessor.setAccessible(true);
			return accessor.invoke(values);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("Cannot read " + accessor, ex);
		}
	}

}
