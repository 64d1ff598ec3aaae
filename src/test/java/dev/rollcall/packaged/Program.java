package dev.rollcall.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged program as a process of its own. */
public final class Program {

	private final Map<String, String> environment;

	private final Path directory;

	public Program(Map<String, String> environment, Path directory) {
		this.environment = environment;
		this.directory = directory;
	}

	public Process start(String name, String... arguments) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectOutput(out(name).toFile())
			.redirectError(err(name).toFile());
		builder.environment().putAll(this.environment);
		return builder.start();
	}

	public static List<String> command(String... arguments) {
		List<String> command = new ArrayList<>(List.of(System.getProperty("rollcall.java", "java"), "-jar",
				System.getProperty("rollcall.jar", "target/rollcall.jar")));
		command.addAll(List.of(arguments));
		return command;
	}

	public Result run(String name, String... arguments) throws IOException, InterruptedException {
		int exitCode = start(name, arguments).waitFor();
		return new Result(exitCode, Files.readString(out(name)), Files.readString(err(name)));
	}

	private Path out(String name) {
		return this.directory.resolve(name + ".out");
	}

	private Path err(String name) {
		return this.directory.resolve(name + ".err");
	}

	/** How the program ended and what it said. */
	public record Result(int exitCode, String out, String err) {

		public String lastLine() {
			return this.err.lines().reduce("", (one, later) -> later);
		}

	}

}
