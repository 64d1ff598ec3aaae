package dev.rollcall.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script by whose name shells know the program, with a java that says its arguments.
 */
class WrapperScriptTests {

	private static final Path SCRIPT = Path.of("src/main/scripts/rollcall").toAbsolutePath();

	@Test
	void callsTheJarBesideItAndEndsAsItDoes(@TempDir Path directory) throws Exception {
		Path bin = Files.createDirectories(directory.resolve("a folder/bin"));
		Files.copy(SCRIPT, bin.resolve("rollcall"));
		Files.createFile(bin.resolve("rollcall.jar"));
		Path link = Files.createSymbolicLink(directory.resolve("linked"), bin.resolve("rollcall"));
		Said said = run(directory, Map.of("JAVA_OPTS", "-Xmx1g -Da=b"), link, "run", "--out", "two words");
		assertThat(said.lines()).containsExactly("--enable-native-access=ALL-UNNAMED", "-Xmx1g", "-Da=b", "-jar",
				bin.toRealPath() + "/rollcall.jar", "run", "--out", "two words");
		assertThat(said.exitCode()).isEqualTo(4);
	}

	@Test
	void saysWhereItLookedForTheJar(@TempDir Path directory) throws Exception {
		Path alone = Files.copy(SCRIPT, directory.resolve("rollcall"));
		Said said = run(directory, Map.of(), alone, "run");
		assertThat(said.lines()).singleElement()
			.asString()
			.contains("there is no rollcall.jar beside")
			.contains("ROLLCALL_JAR");
		assertThat(said.exitCode()).isEqualTo(2);
	}

	private static Said run(Path directory, Map<String, String> environment, Path script, String... arguments)
			throws Exception {
		Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
		Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 4\n");
		Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
		List<String> command = new ArrayList<>(List.of("sh", script.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().remove("ROLLCALL_JAR");
		builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Said(output.lines().toList(), process.waitFor());
	}

	private record Said(List<String> lines, int exitCode) {

	}

}
