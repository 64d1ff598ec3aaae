package dev.rollcall.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
		Result night = run(Map.of("JAVA_TOOL_OPTIONS", "-Xmx12m"), "demo", "--out",
				this.directory.resolve("out").toString());
		assertThat(night.said()).contains("java.lang.OutOfMemoryError");
		assertThat(night.exitCode()).as(night.said()).isEqualTo(137);
	}

	@Test
	void runsWhereItHasEnough() throws IOException, InterruptedException {
		Result version = run(Map.of(), "--version");
		assertThat(version.exitCode()).as(version.said()).isZero();
	}

	@Test
	void leavesTheFirstProcessToWhatHandsSignalsOn() throws IOException {
		assertThat(entrypoint()).as("the kernel lets nothing inside kill process 1")
			.startsWith("/usr/bin/tini", "--", "java");
	}

	@Test
	void isOfTheVersionThatIsBuilt() throws IOException {
		String built = Files.readString(Path.of("pom.xml"));
		Matcher version = Pattern.compile("(?m)^\t<version>(.*)</version>$").matcher(built);
		assertThat(version.find()).isTrue();
		assertThat(dockerfile()).contains("ARG VERSION=" + version.group(1) + "\n");
	}

	private Result run(Map<String, String> beside, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(entrypoint());
		command.subList(0, command.indexOf("java")).clear();
		command.removeIf((word) -> word.startsWith("-XX:SharedArchiveFile="));
		command.replaceAll((word) -> switch (word) {
			case "java" -> System.getProperty("rollcall.java", word);
			case "/opt/rollcall/rollcall.jar" -> System.getProperty("rollcall.jar", "target/rollcall.jar");
			default -> word;
		});
		command.addAll(List.of(arguments));
		Path said = this.directory.resolve("said");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
		ENVIRONMENT.matcher(dockerfile())
			.results()
			.forEach((set) -> builder.environment().put(set.group(1), set.group(2)));
		builder.environment().putAll(beside);
		return new Result(builder.start().waitFor(), Files.readString(said));
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

	private record Result(int exitCode, String said) {

	}

}
