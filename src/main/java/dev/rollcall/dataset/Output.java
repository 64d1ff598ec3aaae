package dev.rollcall.dataset;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where nights are kept: a directory, or a bucket's prefix. Keys are relative, separated
 * by slashes, and made of ids and enum names only. An object appears whole or not at all.
 *
 * <p>
 * Every method throws {@link OutputException} when the output does not answer.
 */
public interface Output {

	/**
	 * Opens an output.
	 * @param location a path, {@code file:DIR} or {@code s3://BUCKET/PREFIX}
	 * @throws IllegalArgumentException when it is none of these
	 */
	static Output at(String location) {
		check(location);
		if (location.startsWith("s3://")) {
			return S3Output.at(location);
		}
		return new DirectoryOutput(Path.of(directory(location)));
	}

	/**
	 * Checks a location, and opens nothing.
	 * @throws IllegalArgumentException when it is none
	 */
	static void check(String location) {
		if (location.startsWith("s3://")) {
			if (!location.matches("s3://[^/\\s?#]+(/[^\\s?#]*)?")
					|| !S3Output.BUCKET.matcher(location.split("/")[2]).matches()) {
				throw new IllegalArgumentException(
						"'" + location + "' names no bucket: s3://BUCKET/PREFIX was expected");
			}
			return;
		}
		if (location.matches("[A-Za-z][A-Za-z0-9+.-]*://.*") && !location.startsWith("file://")) {
			throw new IllegalArgumentException(
					"'" + location + "': a path, file:DIR or s3://BUCKET/PREFIX was expected");
		}
		String path = directory(location);
		if (path.isBlank()) {
			throw new IllegalArgumentException(
					"'" + location + "': a path, file:DIR or s3://BUCKET/PREFIX was expected");
		}
		if (Files.isRegularFile(Path.of(path))) {
			throw new IllegalArgumentException("'" + location + "' is a file: a directory was expected");
		}
	}

	private static String directory(String location) {
		return location.startsWith("file:") ? location.substring("file:".length()) : location;
	}

	/**
	 * Puts a file under a key, in place of what was there.
	 * @return the version that the output gave it, where it keeps versions
	 */
	default @Nullable String put(String key, Path file) {
		return put(key, file, null);
	}

	/**
	 * Puts a file under a key, in place of what was there.
	 * @param retention for how long it may not be deleted; null for none
	 * @return the version that the output gave it, where it keeps versions
	 */
	@Nullable String put(String key, Path file, @Nullable Retention retention);

	/** Puts an object where there is none. */
	default PutIfAbsent putIfAbsent(String key, byte[] content) {
		return putIfAbsent(key, content, null);
	}

	/**
	 * Puts an object where there is none.
	 * @param retention for how long it may not be deleted; null for none
	 */
	PutIfAbsent putIfAbsent(String key, byte[] content, @Nullable Retention retention);

	/** Whether objects can be retained. */
	boolean retains();

	/** An object's content; empty where there is none. For small objects. */
	Optional<byte[]> read(String key);

	/** An object's content, to be closed; empty where there is none. */
	Optional<InputStream> open(String key);

	/**
	 * A version of an object, to be closed; empty where the output does not have it, or
	 * keeps no versions.
	 */
	Optional<InputStream> openVersion(String key, String version);

	/**
	 * Copies an object into a local file.
	 * @return false where there is none
	 */
	boolean fetch(String key, Path to);

	/** The keys that begin with a prefix, in order. */
	List<String> list(String prefix);

	void delete(String key);

	/**
	 * Takes the right to write under a name, until the lease is closed or the process
	 * ends.
	 * @param owner the run that takes it
	 * @throws LeaseHeldException where another run that is alive has it; known within ten
	 * seconds
	 */
	Lease lease(String key, String owner);

	/** How a person would name an object. */
	String locate(String key);

	/** What became of a put that must not replace anything. */
	enum PutIfAbsent {

		/** The object is ours. */
		WRITTEN,

		/** There was another one. */
		PRESENT,

		/** The output did not say, and could not be asked afterwards. */
		UNKNOWN

	}

}
