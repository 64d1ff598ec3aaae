package dev.rollcall.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease that is a lock on a file: the kernel frees it with the process, however that
 * ends. A process that is frozen keeps it. The file stays, as the kernel would let two
 * processes lock a file that was deleted and made again; and its owner never opens it a
 * second time, as the kernel frees a process's lock with the first descriptor that is
 * closed.
 */
final class FileLease implements Lease {

	private static final Logger logger = LoggerFactory.getLogger(FileLease.class);

	/** A process that is ending has its lock a little longer. */
	private static final Duration WATCHED = Duration.ofSeconds(2);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

	private final FileChannel channel;

	private FileLease(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes a lease.
	 * @throws LeaseHeldException where another process, or another run in this one, has
	 * it
	 */
	static FileLease take(Path file, String owner) {
		long givenUpAt = System.nanoTime() + WATCHED.toNanos();
		try {
			Files.createDirectories(file.resolveSibling("."));
			while (true) {
				FileLease lease = tryToTake(file, LeaseEntry.of(owner));
				if (lease != null) {
					return lease;
				}
				if (System.nanoTime() > givenUpAt) {
					throw new LeaseHeldException(holder(file) + " (" + file + " is locked)");
				}
				Thread.sleep(BETWEEN_LOOKS.toMillis());
			}
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot lock " + file, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LeaseHeldException(holder(file));
		}
	}

	private static @Nullable FileLease tryToTake(Path file, LeaseEntry entry) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (lock(channel) == null) {
			channel.close();
			return null;
		}
		channel.truncate(0);
		channel.write(ByteBuffer.wrap(entry.toJson()));
		return new FileLease(channel);
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static String holder(Path file) {
		try {
			LeaseEntry entry = LeaseEntry.parse(Files.readAllBytes(file));
			return (entry != null) ? "run " + entry.owner() + ", process " + entry.process() : "another process";
		}
		catch (IOException ex) {
			return "another process";
		}
	}

	/** Nobody takes a lock from a process that lives. */
	@Override
	public boolean isHeld() {
		return true;
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			logger.warn("The lease is given back when the process ends: {}", ex.toString());
		}
	}

}
