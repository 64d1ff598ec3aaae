package dev.rollcall.collect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;

/**
 * Holds evidence to what its record says: a component that is not {@code @Nullable} is
 * there. An answer that lacks it makes its own cell a gap, and breaks nothing later on.
 */
final class CompleteEvidence {

	private static final Map<Class<?>, List<Method>> REQUIRED = new ConcurrentHashMap<>();

	private CompleteEvidence() {
	}

	static void check(Record evidence) {
		for (Method accessor : REQUIRED.computeIfAbsent(evidence.getClass(), CompleteEvidence::required)) {
			if (value(accessor, evidence) == null) {
				throw new UnexpectedAnswerException("The answer lacks what " + evidence.getClass().getSimpleName()
						+ " calls " + accessor.getName());
			}
		}
	}

	private static List<Method> required(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> !component.getType().isPrimitive())
			.filter((component) -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
			.map(RecordComponent::getAccessor)
			.map((accessor) -> {
				accessor.setAccessible(true);
				return accessor;
			})
			.toList();
	}

	private static @Nullable Object value(Method accessor, Record evidence) {
		try {
			return accessor.invoke(evidence);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("Cannot read " + accessor, ex);
		}
	}

}
