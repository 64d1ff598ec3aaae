package dev.rollcall.moto;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need moto; where it is not at hand, the test report says why. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresMoto.Condition.class)
@interface RequiresMoto {

	/** Looks for Python, moto and the script that seeds it. */
	final class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (!Files.isRegularFile(MotoOrganization.SCRIPT)) {
				return ConditionEvaluationResult
					.disabled("Did not run: there is no " + MotoOrganization.SCRIPT.toAbsolutePath().normalize());
			}
			return hasMoto() ? ConditionEvaluationResult.enabled("moto is at hand")
					: ConditionEvaluationResult.disabled("Did not run: python3 cannot import moto and boto3");
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
