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

	private final List<String> before;

	private final List<String> options;

	public Program(Map<String, String> environment, Path directory) {
		this(environment, directory, List.of(), List.of());
	}

	/**
	 * The program as another one starts it.
	 * @param before a command that becomes the one behind it, such as {@code env}
	 * @param options what the virtual machine is given
	 */
	public Program(Map<String, String> environment, Path directory, List<String> before, List<String> options) {
		this.environment = environment;
		this.directory = directory;
		this.before = before;
		this.options = options;
	}

	public Process start(String name, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(this.before);
		command.addAll(command(this.options, arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out(name).toFile())
			.redirectError(err(name).toFile());
		builder.environment().putAll(this.environment);
		return builder.start();
	}

	public static List<String> command(String... arguments) {
		return command(List.of(), arguments);
	}

	/**
	 * What starts the program.
	 * @param options what the virtual machine is given
	 */
	public static List<String> command(List<String> options, String... arguments) {
		List<String> command = new ArrayList<>(List.of(System.getProperty("rollcall.java", "java")));
		command.addAll(options);
		command.addAll(List.of("-jar", System.getProperty("rollcall.jar", "target/rollcall.jar")));
		command.addAll(List.of(arguments));
		return command;
	}

	public Result run(String name, String... arguments) throws IOException, InterruptedException {
		int exitCode = start(name, arguments).waitFor();
		return new Result(exitCode, Files.readString(out(name)), Files.readString(err(name)));
	}

	/** What a launch says on stdout. */
	public Path out(String name) {
		return this.directory.resolve(name + ".out");
	}

	/** What a launch says on stderr. */
	public Path err(String name) {
		return this.directory.resolve(name + ".err");
	}

	/** How the program ended and what it said. */
	public record Result(int exitCode, String out, String err) {

		public String lastLine() {
			return this.err.lines().reduce("", (one, later) -> later);
		}

	}

}
