package dev.rollcall.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command that the image runs, as the Dockerfile has it; no engine is needed for it.
 */
class ImageIntegrationTests {

	private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT (\\[.*])$");

	private static final Pattern ENVIRONMENT = Pattern.compile("(?m)^ENV (\\w+)=(\\S+)$");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void isKilledWhereItsMemoryRunsOut() throws IOException, InterruptedException {
		Result night = run(Map.of("JAVA_TOOL_OPTIONS", "-Xmx30m"), "demo", "--out",
				this.directory.resolve("out").toString());
		assertThat(night.exitCode()).as(night.err()).isEqualTo(137);
		assertThat(night.out() + night.err()).contains("java.lang.OutOfMemoryError");
	}

	@Test
	void runsWhereItHasEnough() throws IOException, InterruptedException {
		Result version = run(Map.of(), "--version");
		assertThat(version.exitCode()).as(version.err()).isZero();
	}

	@Test
	void leavesTheFirstProcessToWhatHandsSignalsOn() throws IOException {
		assertThat(entrypoint()).as("the kernel lets nothing inside kill process 1")
			.startsWith("/usr/bin/tini", "--", "java");
	}

	private Result run(Map<String, String> beside, String... arguments) throws IOException, InterruptedException {
		Map<String, String> environment = new HashMap<>(beside);
		ENVIRONMENT.matcher(dockerfile()).results().forEach((set) -> environment.put(set.group(1), set.group(2)));
		return new Program(environment, this.directory, List.of(), options()).run("image", arguments);
	}

	private static List<String> options() throws IOException {
		List<String> command = entrypoint();
		return command.subList(command.indexOf("java") + 1, command.indexOf("-jar"));
	}

	private static List<String> entrypoint() throws IOException {
		Matcher found = ENTRYPOINT.matcher(dockerfile());
		assertThat(found.find()).isTrue();
		return JsonMapper.shared().readValue(found.group(1), new TypeReference<>() {
		});
	}

	private static String dockerfile() throws IOException {
		return Files.readString(Path.of("Dockerfile")).replace("\\\n", "");
	}

}
