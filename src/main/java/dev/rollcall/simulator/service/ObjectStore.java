package dev.rollcall.simulator.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The objects of the one bucket, in files of a temporary directory. A put that asks for
 * absence, or for the object that it read, is decided in one step.
 */
final class ObjectStore implements AutoCloseable {

	private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();

	private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

	private final AtomicLong files = new AtomicLong();

	private final Clock clock;

	private final Path directory;

	ObjectStore(Clock clock) {
		this.clock = clock;
		try {
			this.directory = Files.createTempDirectory("rollcall-objects-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No directory for the bucket's objects could be made", ex);
		}
	}

	/** Puts an object; empty where its condition does not hold. */
	Optional<Stored> put(String key, byte[] content, Condition condition, Map<String, String> metadata) {
		Stored stored = new Stored(file(content), content.length, Digests.md5(content), Digests.crc32(content),
				this.clock.instant(), Map.copyOf(metadata));
		return put(key, stored, condition);
	}

	private Optional<Stored> put(String key, Stored stored, Condition condition) {
		boolean[] written = new boolean[1];
		this.objects.compute(key, (name, present) -> {
			written[0] = condition.holds(present);
			return written[0] ? stored : present;
		});
		return written[0] ? Optional.of(stored) : Optional.empty();
	}

	Optional<Stored> find(String key) {
		return Optional.ofNullable(this.objects.get(key));
	}

	void delete(String key) {
		this.objects.remove(key);
	}

	/** The objects behind a key, in order of their keys. */
	NavigableMap<String, Stored> after(String key) {
		return this.objects.tailMap(key, false);
	}

	NavigableMap<String, Stored> all() {
		return this.objects;
	}

	String begin(String key, Map<String, String> metadata) {
		String id = "upload-" + this.files.incrementAndGet();
		this.uploads.put(id, new Upload(key, new ConcurrentSkipListMap<>(), metadata));
		return id;
	}

	Optional<Upload> upload(String id) {
		return Optional.ofNullable(this.uploads.get(id));
	}

	void end(String id) {
		this.uploads.remove(id);
	}

	private Path file(byte[] content) {
		Path file = this.directory.resolve("object-" + this.files.incrementAndGet());
		try {
			return Files.write(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An object could not be kept", ex);
		}
	}

	@Override
	public void close() {
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The bucket's objects could not be removed", ex);
		}
	}

	/** An object. */
	record Stored(Path file, long size, String md5, String crc32, Instant at, Map<String, String> metadata) {

		byte[] content() {
			try {
				return Files.readAllBytes(this.file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("An object could not be read back", ex);
			}
		}

		String etag() {
			return '"' + this.md5 + '"';
		}

	}

	/** An upload in parts that was begun and not ended. */
	record Upload(String key, NavigableMap<Integer, byte[]> parts, Map<String, String> metadata) {

		NavigableMap<Integer, byte[]> snapshot() {
			return new TreeMap<>(this.parts);
		}

	}

	/**
	 * What must be there for a put to happen.
	 *
	 * @param absent whether nothing may be there
	 * @param etag what must be there; null where it does not matter
	 */
	record Condition(boolean absent, @Nullable String etag) {

		boolean holds(@Nullable Stored present) {
			if (this.absent) {
				return present == null;
			}
			return this.etag == null || (present != null && present.etag().equals(this.etag));
		}

	}

}
