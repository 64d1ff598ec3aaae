package dev.rollcall.dataset;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("runtime")
class FileLeaseTests {

	@Test
	void isRefusedWhileAnotherRunHasIt(@TempDir Path directory) {
		Path file = directory.resolve("lease/lease.json");
		try (Lease lease = FileLease.take(file, "one")) {
			assertThatExceptionOfType(LeaseHeldException.class).isThrownBy(() -> FileLease.take(file, "two"))
				.withMessageContaining("run one, process ");
			assertThat(lease.isHeld()).isTrue();
		}
		try (Lease lease = FileLease.take(file, "two")) {
			assertThat(lease.isHeld()).isTrue();
		}
	}

}
