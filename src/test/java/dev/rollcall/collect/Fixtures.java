package dev.rollcall.collect;

import java.util.HashMap;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/** The fixtures of the sources that ship. */
public final class Fixtures {

	private static final SourceCatalog SHIPPED = Cells.shipped();

	private Fixtures() {
	}

	/** The fixture of a source that ships. */
	public static SourceFixture of(SourceDefinition source) {
		return of(SHIPPED.named(source.name()));
	}

	static SourceFixture of(Source source) {
		try {
			Class<?> type = ClassUtils.forName(className(source), source.getClass().getClassLoader());
			return BeanUtils.instantiateClass(type, SourceFixture.class);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError("The source " + source.definition().name() + " has no fixture: add " + file(source)
					+ ", a SourceFixture", ex);
		}
	}

	/** Where the fixture of a source lies. */
	static String file(Source source) {
		return "src/test/java/" + className(source).replace('.', '/') + ".java";
	}

	private static String className(Source source) {
		return source.getClass().getName().replaceFirst("Source$", "Fixture");
	}

	/** Every operation that a fixture answers, with the answer of one thing. */
	static Map<String, Answer> answers() {
		Map<String, Answer> answers = new HashMap<>();
		for (SourceDefinition source : SHIPPED.definitions()) {
			SourceFixture fixture = of(source);
			fixture.answers().forEach((operation, answer) -> put(answers, operation, answer));
			fixture.pages().forEach((operation) -> put(answers, operation.name(), operation.one()));
		}
		return answers;
	}

	private static void put(Map<String, Answer> answers, String operation, Answer answer) {
		if (answers.put(operation, answer) != null) {
			throw new AssertionError("Two fixtures answer " + operation + ": one of them has to");
		}
	}

}
