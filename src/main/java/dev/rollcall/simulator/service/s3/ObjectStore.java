package dev.rollcall.simulator.service.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.rollcall.simulator.wire.ErrorAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the one bucket, in files of a temporary directory. Whether the condition
 * of a put holds is decided in one step with it.
 */
final class ObjectStore implements AutoCloseable {

	/** S3 lists keys by their bytes in UTF-8, which is not the order of Java's chars. */
	private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>(
			Comparator.comparing((key) -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));

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

	/**
	 * Puts an object.
	 * @throws ErrorAnswer where its condition does not hold
	 */
	Stored put(String key, byte[] content, Condition condition, Description description) {
		return put(key, content, Digests.hex(Digests.md5(content)), condition, description);
	}

	/**
	 * Puts an object together from parts.
	 * @throws ErrorAnswer where its condition does not hold
	 */
	Stored put(String key, List<byte[]> parts, Condition condition, Description description) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		ByteArrayOutputStream digests = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			content.writeBytes(part);
			digests.writeBytes(Digests.md5(part));
		}
		String tag = Digests.hex(Digests.md5(digests.toByteArray())) + "-" + parts.size();
		return put(key, content.toByteArray(), tag, condition, description);
	}

	private Stored put(String key, byte[] content, String tag, Condition condition, Description description) {
		Stored stored = new Stored(file(content), content.length, '"' + tag + '"', Digests.crc32(content),
				this.clock.instant().truncatedTo(ChronoUnit.SECONDS), description);
		this.objects.compute(key, (name, present) -> {
			condition.requireToWrite(present);
			return stored;
		});
		return stored;
	}

	/**
	 * The object of a key.
	 * @throws ErrorAnswer where there is none
	 */
	Stored get(String key) {
		return Optional.ofNullable(this.objects.get(key)).orElseThrow(ObjectStore::noSuchKey);
	}

	static ErrorAnswer noSuchKey() {
		return new ErrorAnswer(404, "NoSuchKey", "The specified key does not exist.");
	}

	void delete(String key) {
		this.objects.remove(key);
	}

	/** The objects behind a key, in order of their keys; behind the empty one are all. */
	NavigableMap<String, Stored> after(String key) {
		return this.objects.tailMap(key, false);
	}

	String begin(String key, Description description) {
		String id = "upload-" + this.files.incrementAndGet();
		this.uploads.put(id, new Upload(key, new ConcurrentHashMap<>(), description));
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

	/**
	 * What a client says of an object.
	 *
	 * @param contentType null where it says none
	 */
	record Description(@Nullable String contentType, Map<String, String> metadata) {

		Description {
			metadata = Map.copyOf(metadata);
		}

	}

	/** An object. */
	record Stored(Path file, long size, String etag, String crc32, Instant at, Description description) {

		byte[] content() {
			try {
				return Files.readAllBytes(this.file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("An object could not be read back", ex);
			}
		}

	}

	/** An upload in parts that was begun and not ended. */
	record Upload(String key, Map<Integer, byte[]> parts, Description description) {

	}

}
