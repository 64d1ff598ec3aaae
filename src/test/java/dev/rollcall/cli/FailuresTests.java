package dev.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Failures}. */
class FailuresTests {

	@Test
	void namesTheFileThatADiskHadNoRoomFor() {
		IOException full = new IOException("No space left on device");
		RuntimeException failure = new IllegalStateException("Unable to process chunk",
				new UncheckedIOException("Cannot pack /tmp/rollcall-1/staging/accounts-00014.zip", full));
		assertThat(Failures.detail(failure)).isEqualTo(
				"Cannot pack /tmp/rollcall-1/staging/accounts-00014.zip: java.io.IOException: No space left on device");
	}

	@Test
	void saysWhatLiesAtTheRoot() {
		RuntimeException failure = new IllegalStateException("The job ended", new IllegalArgumentException("why"));
		assertThat(Failures.detail(failure)).isEqualTo("The job ended: java.lang.IllegalArgumentException: why");
	}

	@Test
	void saysEachOfSeveralMistakesInALine() {
		Mistakes mistakes = new Mistakes();
		for (String mistake : List.of("a.sql:1: one", "b.sql:2: two\nthree")) {
			mistakes.pass(() -> {
				throw new BadInputException(mistake);
			});
		}
		StringWriter said = new StringWriter();
		try {
			mistakes.refuse();
		}
		catch (BadInputException ex) {
			assertThat(Failures.end(ex, new PrintWriter(said))).isEqualTo(ExitCode.BAD_INPUT);
		}
		assertThat(said.toString().lines()).containsExactly("a.sql:1: one", "b.sql:2: two three",
				"rollcall: " + ExitCode.BAD_INPUT.meaning()
						+ ": 2 mistakes, each in a line above; 'check' says them without a night (exit 2)");
	}

}
