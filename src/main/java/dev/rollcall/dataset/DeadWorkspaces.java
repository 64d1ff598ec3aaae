package dev.rollcall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What processes that were killed have left in a temporary directory. */
final class DeadWorkspaces {

	private static final Logger logger = LoggerFactory.getLogger(DeadWorkspaces.class);

	private DeadWorkspaces() {
	}

	/**
	 * Deletes it. What cannot be is somebody else's, or about to be deleted by another
	 * launch: it stays. The process's own workspaces are left alone unopened, as the
	 * kernel frees a process's lock with the first descriptor that is closed.
	 */
	static void delete(Path temporary) {
		String ours = WorkspaceLock.ours();
		try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, WorkspaceLock.PREFIX + "*")) {
			for (Path directory : found) {
				if (!directory.getFileName().toString().startsWith(ours)
						&& Files.isRegularFile(directory.resolve(WorkspaceLock.FILE), LinkOption.NOFOLLOW_LINKS)) {
					deleteUnlessAlive(directory);
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.debug("{} is not cleared", temporary, ex);
		}
	}

	private static void deleteUnlessAlive(Path directory) {
		try (FileChannel channel = FileChannel.open(directory.resolve(WorkspaceLock.FILE), StandardOpenOption.WRITE)) {
			if (channel.tryLock() != null) {
				deleteAll(directory);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.debug("{} stays", directory, ex);
		}
	}

	/** Deletes a directory with all that is in it, its lock last. */
	static void deleteAll(Path directory) throws IOException {
		Path lock = directory.resolve(WorkspaceLock.FILE);
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				if (!file.equals(lock) && !file.equals(directory)) {
					Files.deleteIfExists(file);
				}
			}
		}
		Files.deleteIfExists(lock);
		Files.deleteIfExists(directory);
	}

}
