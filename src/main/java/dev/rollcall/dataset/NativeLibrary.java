package dev.rollcall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The libraries that drivers unpack into the temporary directory, 61 MB of DuckDB, and
 * delete when the process ends by itself. Linux needs a library's file no longer once it
 * is loaded: it is deleted then, and a process that is killed leaves none.
 */
final class NativeLibrary {

	private static final Pattern UNPACKED = Pattern.compile("(?:libduckdb_java|libzstd-jni)[^/]*\\.so");

	private static final Path LOADED = Path.of("/proc/self/maps");

	/** Between unpacking and loading lie seconds. */
	private static final Duration LOADING = Duration.ofMinutes(10);

	private static final Logger logger = LoggerFactory.getLogger(NativeLibrary.class);

	private NativeLibrary() {
	}

	/**
	 * Deletes what this process has loaded, and what others died over.
	 * @param temporary where libraries are unpacked
	 */
	static void delete(Path temporary) {
		delete(temporary, ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH));
	}

	/**
	 * The same.
	 * @param started when this process began
	 */
	static void delete(Path temporary, Instant started) {
		if (!Files.isReadable(LOADED)) {
			return;
		}
		try {
			List<String> loaded = Files.readAllLines(LOADED);
			for (Path library : unpacked(temporary)) {
				boolean ours = loaded.stream().anyMatch((line) -> line.endsWith(" " + library));
				if (ours || Files.getLastModifiedTime(library).toInstant().isBefore(started.minus(LOADING))) {
					Files.deleteIfExists(library);
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.debug("{} keeps its libraries", temporary, ex);
		}
	}

	private static List<Path> unpacked(Path temporary) throws IOException {
		try (Stream<Path> files = Files.list(temporary.toRealPath())) {
			return files.filter((file) -> UNPACKED.matcher(file.getFileName().toString()).matches()).toList();
		}
	}

}
