package dev.rollcall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An output in a directory. A file is written under a hidden name, forced to the disk,
 * and then given its own.
 */
final class DirectoryOutput implements Output {

	private static final String UNFINISHED = ".unfinished-";

	private final Path directory;

	DirectoryOutput(Path directory) {
		this.directory = directory.toAbsolutePath().normalize();
	}

	@Override
	public @Nullable String put(String key, Path file) {
		Path target = this.directory.resolve(key);
		try {
			Path unfinished = unfinished(target);
			try {
				Files.copy(file, unfinished);
				force(unfinished);
				Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
			return null;
		}
		catch (IOException ex) {
			throw new OutputException("Cannot write " + target + ": " + ex, ex);
		}
	}

	/** A hard link is made only where there is no file, and never to half a file. */
	@Override
	public PutIfAbsent putIfAbsent(String key, byte[] content) {
		Path target = this.directory.resolve(key);
		try {
			Path unfinished = unfinished(target);
			try {
				Files.write(unfinished, content);
				force(unfinished);
				Files.createLink(target, unfinished);
				return PutIfAbsent.WRITTEN;
			}
			catch (FileAlreadyExistsException ex) {
				return Arrays.equals(Files.readAllBytes(target), content) ? PutIfAbsent.WRITTEN : PutIfAbsent.PRESENT;
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
		}
		catch (IOException | UnsupportedOperationException ex) {
			throw new OutputException("Cannot write " + target + ": " + ex, ex);
		}
	}

	@Override
	public Optional<byte[]> read(String key) {
		Path file = this.directory.resolve(key);
		try {
			return Optional.of(Files.readAllBytes(file));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new OutputException("Cannot read " + file + ": " + ex, ex);
		}
	}

	@Override
	public void fetch(String key, Path to) {
		Path file = this.directory.resolve(key);
		try {
			Files.copy(file, to);
		}
		catch (IOException ex) {
			throw new OutputException("Cannot copy " + file + " to " + to + ": " + ex, ex);
		}
	}

	@Override
	public List<String> list(String prefix) {
		Path start = this.directory.resolve(prefix);
		Path walked = Files.isDirectory(start) ? start : start.getParent();
		if (walked == null || !Files.isDirectory(walked)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(walked)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> !file.getFileName().toString().startsWith(UNFINISHED))
				.map((file) -> this.directory.relativize(file).toString().replace('\\', '/'))
				.filter((key) -> key.startsWith(prefix))
				.sorted()
				.toList();
		}
		catch (IOException | UncheckedIOException ex) {
			throw new OutputException("Cannot list " + walked + ": " + ex, ex);
		}
	}

	@Override
	public void delete(String key) {
		Path file = this.directory.resolve(key);
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new OutputException("Cannot delete " + file + ": " + ex, ex);
		}
	}

	@Override
	public String locate(String key) {
		return this.directory.resolve(key).toString();
	}

	private static Path unfinished(Path target) throws IOException {
		Path parent = Files.createDirectories(target.resolveSibling("."));
		return parent.normalize().resolve(UNFINISHED + UUID.randomUUID());
	}

	private static void force(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
	}

	@Override
	public String toString() {
		return this.directory.toString();
	}

}
