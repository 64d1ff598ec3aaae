package dev.rollcall.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * That a workspace's process lives: a lock on a file in it, which the kernel frees with
 * the process, however that ends.
 */
final class WorkspaceLock implements AutoCloseable {

	/** What the names of workspaces begin with. */
	static final String PREFIX = "rollcall-";

	/** The file that is locked. */
	static final String FILE = "lock";

	private final Path directory;

	private final FileChannel channel;

	private WorkspaceLock(Path directory, FileChannel channel) {
		this.directory = directory;
		this.channel = channel;
	}

	/**
	 * What the names of this process's workspaces begin with. Process ids alone come
	 * again: a container's are always the same few.
	 */
	static String ours() {
		ProcessHandle process = ProcessHandle.current();
		return PREFIX + process.pid() + "-"
				+ Long.toString(process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli(), 36) + "-";
	}

	/**
	 * Makes a directory and locks it. Another process that clears up at the same moment
	 * may take the new file for a dead one's: then there is another directory.
	 */
	static WorkspaceLock ofNew(Path temporary) throws IOException {
		while (true) {
			Path directory = Files.createTempDirectory(temporary, ours());
			Path file = directory.resolve(FILE);
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (channel.tryLock() != null && Files.exists(file)) {
				return new WorkspaceLock(directory, channel);
			}
			channel.close();
		}
	}

	Path directory() {
		return this.directory;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
