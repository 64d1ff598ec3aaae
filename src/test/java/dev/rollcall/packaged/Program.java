package dev.rollcall.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged program as a process of its own: installed, which starts in half the time,
 * or as it is shipped.
 */
public final class Program {

	private static final String JAVA = System.getProperty("rollcall.java", "java");

	private static final Path JAR = Path.of(System.getProperty("rollcall.jar", "target/rollcall.jar"));

	private final Map<String, String> environment;

	private final Path directory;

	private final List<String> command;

	public Program(Map<String, String> environment, Path directory) {
		this(environment, directory, List.of(), List.of());
	}

	/**
	 * The program as another one starts it.
	 * @param before a command that becomes the one behind it, such as {@code env}
	 * @param options what the virtual machine is given
	 */
	public Program(Map<String, String> environment, Path directory, List<String> before, List<String> options) {
		this(environment, directory, joined(before, Installed.PROGRAM.command(options)));
	}

	private Program(Map<String, String> environment, Path directory, List<String> command) {
		this.environment = environment;
		this.directory = directory;
		this.command = command;
	}

	/** The jar itself, as an operator starts it. */
	public static Program asShipped(Map<String, String> environment, Path directory) {
		return new Program(environment, directory, List.of(JAVA, "-jar", JAR.toString()));
	}

	/** What starts the program. */
	public static List<String> command(String... arguments) {
		return joined(Installed.PROGRAM.command(List.of()), List.of(arguments));
	}

	public Process start(String name, String... arguments) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(joined(this.command, List.of(arguments)))
			.redirectOutput(out(name).toFile())
			.redirectError(err(name).toFile());
		builder.environment().putAll(this.environment);
		return builder.start();
	}

	private static List<String> joined(List<String> some, List<String> more) {
		List<String> all = new ArrayList<>(some);
		all.addAll(more);
		return all;
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

	/** Made when a test first starts the program. */
	private static final class Installed {

		static final Installation PROGRAM = Installation.of(JAVA, JAR);

	}

}
