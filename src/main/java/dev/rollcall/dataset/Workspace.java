package dev.rollcall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local directory of one launch; nothing in it outlives the launch for long: what a
 * launch that was killed has left is deleted by the next.
 */
public final class Workspace implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Workspace.class);

	private final WorkspaceLock lock;

	private final Path directory;

	/**
	 * Makes a new directory under the system's temporary one.
	 * @throws UncheckedIOException when that cannot be written
	 */
	public Workspace() {
		this(Path.of(System.getProperty("java.io.tmpdir")));
	}

	/** Makes a new directory under another one. */
	Workspace(Path temporary) {
		try {
			DeadWorkspaces.delete(temporary);
			this.lock = WorkspaceLock.ofNew(temporary);
			this.directory = this.lock.directory();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No directory can be made in " + temporary + ": " + ex.getMessage(), ex);
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
		try (this.lock) {
			DeadWorkspaces.deleteAll(this.directory);
		}
		catch (IOException | UncheckedIOException ex) {
			logger.warn("Cannot delete {}: {}", this.directory, ex.toString());
		}
	}

}
