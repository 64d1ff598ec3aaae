package dev.rollcall.packaged;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/**
 * The jar extracted, with an archive of the classes that a night loads. It is made once
 * for a jar and a Java, by whichever test comes first.
 */
final class Installation {

	/** The program is short-lived here: half of its time would go into compiling well. */
	private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	/**
	 * What is loaded beyond its classes goes into no archive: the clients of S3 and
	 * PostgreSQL.
	 */
	private static final List<String> NIGHT = List.of("demo", "--accounts", "3", "--regions", "1", "--out");

	private final String java;

	/** Where no folder of the checkout is found before what the jar holds. */
	private final Path home;

	private final Path directory;

	private final Path jar;

	private Installation(String java, Path home, UUID name, Path shipped) {
		this.java = java;
		this.home = home;
		this.directory = home.resolve(name.toString());
		this.jar = this.directory.resolve(shipped.getFileName());
	}

	/**
	 * The installation of a jar, which is made where it is not there.
	 * @param java what runs it; another one's archive would be of no use to it
	 */
	static Installation of(String java, Path jar) {
		try {
			Path home = Files.createDirectories(Path.of("target", "installed").toAbsolutePath());
			UUID name = UUID.nameUUIDFromBytes((java + contents(jar)).getBytes(StandardCharsets.UTF_8));
			Installation installation = new Installation(java, home, name, jar);
			try (FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
				if (lock.isValid() && !Files.exists(installation.archive())) {
					installation.make(jar);
				}
			}
			return installation;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot install " + jar, ex);
		}
	}

	/** What the jar holds; builds that are reproducible all have the same time. */
	private static String contents(Path jar) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.stream().map((entry) -> entry.getName() + entry.getCrc()).collect(Collectors.joining("\n"));
		}
	}

	/**
	 * What starts it.
	 * @param options what the virtual machine is given
	 */
	List<String> command(List<String> options) {
		List<String> command = new ArrayList<>(List.of(this.java));
		command.addAll(SHORT_LIVED);
		command.addAll(options);
		// A virtual machine that cannot use the archive says so where the program's words
		// are expected.
		command.addAll(List.of("-XX:SharedArchiveFile=" + archive(), "-Xlog:disable", "-jar", this.jar.toString()));
		return command;
	}

	private void make(Path shipped) throws IOException {
		run(List.of(this.java, "-Djarmode=tools", "-jar", shipped.toAbsolutePath().toString(), "extract", "--force",
				"--destination", this.directory.toString()));
		Path unfinished = this.directory.resolve("unfinished.jsa");
		List<String> command = new ArrayList<>(List.of(this.java));
		command.addAll(SHORT_LIVED);
		command.addAll(List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-jar", this.jar.toString()));
		command.addAll(NIGHT);
		command.add(this.directory.resolve("night").toString());
		run(command);
		Files.move(unfinished, archive());
	}

	private void run(List<String> command) throws IOException {
		File log = this.home.resolve("log").toFile();
		try {
			int exitCode = new ProcessBuilder(command).directory(this.home.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log)
				.start()
				.waitFor();
			if (exitCode != 0) {
				throw new IOException("'" + String.join(" ", command) + "' ended with " + exitCode + ": "
						+ Files.readString(log.toPath()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	private Path archive() {
		return this.directory.resolve("rollcall.jsa");
	}

}
