package dev.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

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

}
