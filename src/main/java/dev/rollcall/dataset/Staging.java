package dev.rollcall.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a night has read so far, under its output, so that the machine may vanish. A
 * staged file is one object that appears whole or not at all: an archive of the Parquet
 * files of some accounts and an index that names these accounts. What a restarted night
 * may skip is decided by these files and nothing else.
 */
public final class Staging {

	private static final String INDEX = "index.json";

	private static final String ENDING = ".zip";

	private final Output output;

	private final String prefix;

	private final Path directory;

	private final JsonMapper json = JsonMapper.shared();

	/**
	 * Opens a night's staging.
	 * @param directory a local directory to pack and unpack in
	 */
	public Staging(Output output, NightId night, Path directory) {
		this.output = output;
		this.prefix = night.staging();
		this.directory = directory;
	}

	/**
	 * Closes a staged file: from here on its accounts count as walked.
	 * @param name unique within the night
	 */
	public Staged close(String name, StagedIndex index, Map<String, List<Path>> files) {
		Path archive = this.directory.resolve(name + ENDING);
		try {
			pack(archive, index, files);
			this.output.put(this.prefix + name + ENDING, archive);
			Files.delete(archive);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot pack " + archive, ex);
		}
		return new Staged(name, index, files);
	}

	/** All closed files of the night, unpacked, whichever launch closed them. */
	public List<Staged> open() {
		return this.output.list(this.prefix).stream().filter((key) -> key.endsWith(ENDING)).map(this::open).toList();
	}

	/** Throws away what the night has staged. */
	public void clear() {
		this.output.list(this.prefix).forEach(this.output::delete);
	}

	private Staged open(String key) {
		String name = key.substring(this.prefix.length(), key.length() - ENDING.length());
		Path archive = this.directory.resolve("fetched-" + name + ENDING);
		this.output.fetch(key, archive);
		try {
			Staged staged = unpack(archive, name);
			Files.delete(archive);
			return staged;
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

	private Staged unpack(Path archive, String name) throws IOException {
		Map<String, List<Path>> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
			zip.getNextEntry();
			StagedIndex index = this.json.readValue(zip.readAllBytes(), StagedIndex.class);
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				String dataset = entry.getName().substring(0, entry.getName().indexOf('/'));
				List<Path> parts = files.computeIfAbsent(dataset, (first) -> new ArrayList<>());
				parts.add(unpack(zip, name + "-" + dataset + "-" + parts.size() + ".parquet"));
			}
			return new Staged(name, index, files);
		}
	}

	private Path unpack(InputStream content, String file) throws IOException {
		Path target = this.directory.resolve("fetched-" + file);
		Files.copy(content, target);
		return target;
	}

}
