package dev.rollcall.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The units of systemd. */
class UnitTests {

	private static final Path SERVICE = Path.of("job-config/systemd/rollcall.service");

	private static final Path TIMER = Path.of("job-config/systemd/rollcall.timer");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	@RequiresProgram("systemd-analyze")
	void areSoundForSystemd() throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
		String service = Files.readString(SERVICE).replace("/usr/bin/java", java);
		Path installed = Files.writeString(this.directory.resolve("rollcall.service"), service);
		Path timer = Files.copy(TIMER, this.directory.resolve("rollcall.timer"));
		assertThat(Said.by("systemd-analyze", "verify", installed.toString(), timer.toString()))
			.as("a value that it does not know is only said")
			.isEqualTo(new Said(0, ""));
	}

	@Test
	@RequiresProgram("systemd-analyze")
	void areRefusedWithAValueThatSystemdDoesNotKnow() throws IOException {
		Path installed = Files.writeString(this.directory.resolve("rollcall.timer"),
				Files.readString(TIMER).replace("17:05:00", "25:05:00"));
		assertThat(Said.by("systemd-analyze", "verify", installed.toString()).text()).isNotEmpty();
	}

	@Test
	void startANightOfAUtcDay() throws IOException {
		assertThat(setting(TIMER, "OnCalendar")).endsWith(" UTC");
		assertThat(setting(TIMER, "Persistent")).isEqualTo("true");
	}

	@Test
	void takeEveryExitCodeAsItIsMeant() throws IOException {
		assertThat(codes("SuccessExitStatus")).isEqualTo(ExitCodes.WELL.stream().filter((code) -> code != 0).toList());
		assertThat(codes("RestartPreventExitStatus")).isEqualTo(ExitCodes.FINAL);
		assertThat(setting(SERVICE, "Restart")).isEqualTo("on-failure");
	}

	@Test
	void everyDocumentedExitCodeHasItsPlace() throws IOException {
		List<Integer> placed = Stream.of(ExitCodes.WELL, ExitCodes.FINAL, ExitCodes.AGAIN)
			.flatMap(List::stream)
			.toList();
		assertThat(placed).doesNotHaveDuplicates().containsAll(ExitCodes.documented());
	}

	private static List<Integer> codes(String name) throws IOException {
		return Arrays.stream(setting(SERVICE, name).split(" ")).map(Integer::valueOf).toList();
	}

	private static String setting(Path unit, String name) throws IOException {
		return Files.readAllLines(unit)
			.stream()
			.filter((line) -> line.startsWith(name + "="))
			.map((line) -> line.substring(name.length() + 1))
			.reduce((first, second) -> {
				throw new AssertionError(name + " stands twice in " + unit);
			})
			.orElseThrow();
	}

}
