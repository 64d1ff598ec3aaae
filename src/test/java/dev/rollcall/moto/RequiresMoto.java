package dev.rollcall.moto;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tests that need moto; where it is not at hand, the test report says why. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresMoto.Condition.class)
public @interface RequiresMoto {

	/** The script that fills moto. */
	String script() default MotoOrganization.SCRIPT;

	/** Looks for Python, moto and the script that fills it. */
	final class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			Path script = script(context.getRequiredTestClass());
			if (!Files.isRegularFile(script)) {
				return ConditionEvaluationResult
					.disabled("Did not run: there is no " + script.toAbsolutePath().normalize());
			}
			return context.getRoot()
				.getStore(Namespace.create(Condition.class))
				.computeIfAbsent("moto", (key) -> hasMoto(), Boolean.class)
						? ConditionEvaluationResult.enabled("moto is at hand")
						: ConditionEvaluationResult.disabled("Did not run: python3 cannot import moto and boto3");
		}

		private static Path script(Class<?> test) {
			return AnnotationSupport.findAnnotation(test, RequiresMoto.class)
				.map((annotation) -> Path.of(annotation.script()))
				.orElseThrow();
		}

		private static boolean hasMoto() {
			try {
				return new ProcessBuilder("python3", "-c", "import moto.server, boto3").redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.start()
					.waitFor() == 0;
			}
			catch (IOException ex) {
				return false;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

	}

}
