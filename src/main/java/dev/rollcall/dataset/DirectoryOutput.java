package dev.rollcall.dataset;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An output in a directory. A file is written under a hidden name, forced to the disk,
 * and then given its own.
 */
final class DirectoryOutput implements Output {

	private static final Logger logger = LoggerFactory.getLogger(DirectoryOutput.class);

	/** About what a commit takes. */
	private static final byte[] TRIAL = new byte[16 * 1024];

	private static final String NO_LINKS = "its file system has no hard links, by which a night is committed only where"
			+ " there is none";

	private final Path directory;

	DirectoryOutput(Path directory) {
		this.directory = directory.toAbsolutePath().normalize();
	}

	@Override
	public @Nullable String put(String key, Path file, @Nullable Retention retention) {
		refuse(retention);
		Path target = file(key);
		try {
			Path unfinished = unfinished(target);
			try {
				Files.copy(file, unfinished);
				force(unfinished);
				Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				forceDirectory(target);
			}
			finally {
				discard(unfinished);
			}
			return null;
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot write " + target, ex);
		}
	}

	/**
	 * A hard link is made only where there is no file, and never to half a file. Where it
	 * fails, the file itself says whose it is: a file server's answer may be lost too.
	 * Once there may be a file, no error says that there is none.
	 */
	@Override
	public PutIfAbsent putIfAbsent(String key, byte[] content, @Nullable Retention retention) {
		refuse(retention);
		Path target = file(key);
		try {
			Path unfinished = unfinished(target);
			try {
				Files.write(unfinished, content);
				force(unfinished);
				return link(target, unfinished, content);
			}
			finally {
				discard(unfinished);
			}
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot write " + target, ex);
		}
		catch (UnsupportedOperationException ex) {
			throw new OutputException("Cannot write " + target + ": " + NO_LINKS, ex, true);
		}
	}

	private static PutIfAbsent link(Path target, Path unfinished, byte[] content) throws IOException {
		try {
			Files.createLink(target, unfinished);
		}
		catch (IOException ex) {
			if (Files.notExists(target)) {
				throw ex;
			}
			return find(target, content);
		}
		return forced(target);
	}

	private static PutIfAbsent find(Path target, byte[] content) {
		try {
			return Arrays.equals(Files.readAllBytes(target), content) ? forced(target) : PutIfAbsent.PRESENT;
		}
		catch (IOException ex) {
			logger.warn("What lies under {} cannot be read: {}", target, ex.toString());
			return PutIfAbsent.UNKNOWN;
		}
	}

	private static PutIfAbsent forced(Path target) {
		try {
			forceDirectory(target);
			return PutIfAbsent.WRITTEN;
		}
		catch (IOException ex) {
			logger.warn("{} was written, and the disk does not confirm it: {}", target, ex.toString());
			return PutIfAbsent.UNKNOWN;
		}
	}

	/** Once what it held is in its place, a hidden file that stays does no harm. */
	private static void discard(Path unfinished) {
		try {
			Files.deleteIfExists(unfinished);
		}
		catch (IOException ex) {
			logger.warn("{} is left over: {}", unfinished, ex.toString());
		}
	}

	@Override
	public boolean retains() {
		return false;
	}

	private void refuse(@Nullable Retention retention) {
		if (retention != null) {
			throw new OutputException(this.directory + " is a directory: only a bucket retains objects", null);
		}
	}

	@Override
	public Optional<InputStream> open(String key) {
		Path file = file(key);
		try {
			return Optional.of(Files.newInputStream(file));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot read " + file, ex);
		}
	}

	@Override
	public Optional<InputStream> openVersion(String key, String version) {
		return Optional.empty();
	}

	@Override
	public Optional<byte[]> read(String key) {
		Path file = file(key);
		if (Files.isDirectory(file)) {
			return Optional.empty();
		}
		try {
			return Optional.of(Files.readAllBytes(file));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot read " + file, ex);
		}
	}

	@Override
	public boolean fetch(String key, Path to) {
		Path file = file(key);
		if (Files.notExists(file) || Files.isDirectory(file)) {
			return false;
		}
		try {
			Files.copy(file, to);
			return true;
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot copy " + file + " to " + to, ex);
		}
	}

	@Override
	public List<String> list(String prefix) {
		Path start = file(prefix);
		try {
			return Files.isDirectory(start) ? DirectoryListing.of(this.directory, start) : List.of();
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot list " + start, ex);
		}
	}

	private Path file(String key) {
		try {
			return this.directory.resolve(key);
		}
		catch (InvalidPathException ex) {
			throw new OutputException("Cannot name the file " + key.replaceAll("[^\\x20-\\x7e]", "?") + " in "
					+ this.directory + ": " + ex.getReason() + "; the locale (LC_ALL) says which characters names have",
					ex);
		}
	}

	@Override
	public void delete(String key) {
		Path file = file(key);
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot delete " + file, ex);
		}
	}

	/** What a night will be committed by is tried first, and leaves nothing behind. */
	@Override
	public Lease lease(String key, String owner) {
		tryToCommit();
		return FileLease.take(file(key), owner);
	}

	private void tryToCommit() {
		Path target = this.directory.resolve(DirectoryListing.UNFINISHED + UUID.randomUUID());
		try {
			Path unfinished = unfinished(target);
			try {
				Files.write(unfinished, TRIAL);
				force(unfinished);
				Files.createLink(target, unfinished);
			}
			finally {
				discard(target);
				discard(unfinished);
			}
		}
		catch (IOException ex) {
			throw FileFailure.of("Cannot write to " + this.directory, ex);
		}
		catch (UnsupportedOperationException ex) {
			throw new OutputException("Cannot write to " + this.directory + ": " + NO_LINKS, ex, true);
		}
	}

	@Override
	public String locate(String key) {
		return file(key).toString();
	}

	private static Path unfinished(Path target) throws IOException {
		Path parent = Files.createDirectories(target.resolveSibling("."));
		return parent.normalize().resolve(DirectoryListing.UNFINISHED + UUID.randomUUID());
	}

	private static void force(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
	}

	/**
	 * A name is on the disk once its directory is; where a directory cannot be opened, it
	 * is as it is.
	 */
	private static void forceDirectory(Path file) throws IOException {
		Path parent = file.getParent();
		if (parent != null && File.separatorChar == '/') {
			try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

	@Override
	public String toString() {
		return this.directory.toString();
	}

}
