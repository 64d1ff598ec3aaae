package dev.rollcall.deployment;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tests that need a program; where it is not at hand, the test report says so. */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgram.Condition.class)
@interface RequiresProgram {

	/** What it is called. */
	String value();

	/** Asks it for its version. */
	final class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
				.map((required) -> answers(required.value())
						? ConditionEvaluationResult.enabled(required.value() + " is at hand")
						: ConditionEvaluationResult.disabled("Did not run: there is no " + required.value()))
				.orElseThrow();
		}

		private static boolean answers(String program) {
			try {
				return Said.by(program, "--version").exitCode() == 0;
			}
			catch (IOException ex) {
				return false;
			}
		}

	}

}
