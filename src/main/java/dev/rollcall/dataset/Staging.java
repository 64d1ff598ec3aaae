package dev.rollcall.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a night has read so far, under its output, so that the machine may vanish. A
 * staged file is one object that appears whole or not at all: an archive of the Parquet
 * files of some accounts and an index that names these accounts. What a restarted night
 * may skip is decided by these files and nothing else.
 *
 * <p>
 * Every run stages below its own id and reads what all runs of the same night staged: one
 * that was thought dead and wakes up writes over nothing of its successor's.
 */
public final class Staging {

	private static final Logger logger = LoggerFactory.getLogger(Staging.class);

	private static final String INDEX = "index.json";

	private static final String ENDING = ".zip";

	private static final Pattern KEY = Pattern.compile("([0-9a-f]+)/([^/]+)/([^/]+)\\.zip");

	/** So much of a hash tells nights apart, and keeps keys short. */
	private static final int IDENTITY = 16;

	private final Output output;

	private final NightId night;

	private final String identity;

	private final Path directory;

	private final JsonMapper json = JsonMapper.shared();

	/**
	 * Opens a night's staging.
	 * @param identity a hash of what the night is made with: files of another are not
	 * used
	 * @param directory a local directory to pack and unpack in
	 */
	public Staging(Output output, NightId night, String identity, Path directory) {
		this.output = output;
		this.night = night;
		this.identity = shortened(identity);
		this.directory = directory;
	}

	/**
	 * Closes a staged file: from here on its accounts count as walked.
	 * @param name unique within the run
	 */
	public Staged close(String name, StagedIndex index, Map<String, List<Path>> files) {
		Path archive = this.directory.resolve(name + ENDING);
		try {
			pack(archive, index, files);
			this.output.put(prefix() + this.night.runId() + "/" + name + ENDING, archive);
			Files.delete(archive);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot pack " + archive, ex);
		}
		return new Staged(name, index, files);
	}

	/** All closed files of the night, unpacked, whichever launch closed them. */
	public List<Staged> open() {
		return this.output.list(prefix()).stream().flatMap((key) -> open(key).stream()).toList();
	}

	/**
	 * Whether an attempt has closed files that were made with something else.
	 * @param identity a hash of what the night would be made with
	 */
	public static boolean isForeign(Output output, NightId night, String identity) {
		String own = night.staging() + shortened(identity) + "/";
		return output.list(night.staging()).stream().anyMatch((key) -> !key.startsWith(own));
	}

	/** Throws away what the night has staged. */
	public void clear() {
		this.output.list(this.night.staging()).forEach(this.output::delete);
	}

	private static String shortened(String identity) {
		return identity.substring(0, Math.min(IDENTITY, identity.length()));
	}

	private String prefix() {
		return this.night.staging() + this.identity + "/";
	}

	/**
	 * Empty where it is no staged file, none that can be read, or gone by now: its
	 * accounts are walked again.
	 */
	private Optional<Staged> open(String key) {
		Matcher parts = KEY.matcher(key.substring(this.night.staging().length()));
		if (!parts.matches()) {
			return Optional.empty();
		}
		String local = parts.group(2) + "-" + parts.group(3);
		Path archive = this.directory.resolve("fetched-" + local + ENDING);
		if (!this.output.fetch(key, archive)) {
			return Optional.empty();
		}
		try {
			Staged staged = unpack(archive, parts.group(3), local);
			Files.delete(archive);
			return Optional.of(staged);
		}
		catch (ZipException | EOFException | JacksonException ex) {
			logger.warn("{} is damaged and left out: {}", this.output.locate(key), ex.toString());
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot unpack " + this.output.locate(key), ex);
		}
	}

	private void pack(Path archive, StagedIndex index, Map<String, List<Path>> files) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
			zip.setLevel(Deflater.NO_COMPRESSION);
			zip.putNextEntry(new ZipEntry(INDEX));
			zip.write(this.json.writeValueAsBytes(index));
			for (Map.Entry<String, List<Path>> dataset : files.entrySet()) {
				int part = 0;
				for (Path file : dataset.getValue()) {
					zip.putNextEntry(new ZipEntry(dataset.getKey() + "/" + part++));
					Files.copy(file, zip);
				}
			}
		}
	}

	private Staged unpack(Path archive, String name, String local) throws IOException {
		Map<String, List<Path>> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
			if (zip.getNextEntry() == null) {
				throw new ZipException("It has no index");
			}
			StagedIndex index = this.json.readValue(zip.readAllBytes(), StagedIndex.class);
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				String dataset = entry.getName().substring(0, entry.getName().indexOf('/'));
				List<Path> parts = files.computeIfAbsent(dataset, (first) -> new ArrayList<>());
				parts.add(unpackFile(zip, local + "-" + dataset + "-" + parts.size() + ".parquet"));
			}
			return new Staged(name, index, files);
		}
	}

	private Path unpackFile(InputStream content, String file) throws IOException {
		Path target = this.directory.resolve("fetched-" + file);
		Files.copy(content, target);
		return target;
	}

}
