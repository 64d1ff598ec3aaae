package dev.rollcall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WholeFileTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void isNotSeenBeforeItIsWhole() throws IOException {
		Path file = this.directory.resolve("file");
		WholeFile.write(file, (out) -> {
			out.write("whole".getBytes(StandardCharsets.UTF_8));
			out.flush();
			assertThat(file).doesNotExist();
		});
		assertThat(file).hasContent("whole");
		assertThat(names()).containsExactly("file");
	}

	@Test
	void leavesWhatWasThereWhereItFails() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "before");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> WholeFile.write(file, (out) -> {
			out.write(1);
			throw new UncheckedIOException(new IOException("No space left on device"));
		})).withMessage("Cannot write " + file).havingCause().withMessage("No space left on device");
		assertThat(file).hasContent("before");
		assertThat(names()).containsExactly("file");
	}

	@Test
	void leavesNothingWhereItsMakerFails() throws IOException {
		Path file = this.directory.resolve("file");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> WholeFile.write(file, (out) -> {
			throw new IllegalStateException("no such control");
		}));
		assertThat(names()).isEmpty();
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
