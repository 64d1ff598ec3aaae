package dev.rollcall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A local directory of one launch; nothing in it outlives the launch. */
public final class Workspace implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Workspace.class);

	private final Path directory;

	/**
	 * Makes a new directory under the system's temporary one.
	 * @throws UncheckedIOException when that cannot be written
	 */
	public Workspace() {
		try {
			this.directory = Files.createTempDirectory("rollcall-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"No directory can be made in " + System.getProperty("java.io.tmpdir") + ": " + ex.getMessage(), ex);
		}
	}

	/** A directory in it. */
	public Path directory(String name) {
		try {
			return Files.createDirectories(this.directory.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot make " + this.directory.resolve(name), ex);
		}
	}

	/** A file in one of its directories that does not exist yet. */
	public Path newFile(String directory, String ending) {
		return directory(directory).resolve(UUID.randomUUID() + ending);
	}

	/** Deletes the directory; what cannot be deleted is left behind and said. */
	@Override
	public void close() {
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.warn("Cannot delete {}: {}", this.directory, ex.toString());
		}
	}

}
