package dev.rollcall.publication;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.dataset.Workspace;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The datasets of a committed night, copied when they are asked for. Nothing is handed
 * out that is not as the manifest says, nor a manifest that is not the commit's.
 */
public final class PublishedNight {

	private static final Pattern DATASET = Pattern.compile("[a-z][a-z0-9_]*");

	private final Output output;

	private final Workspace workspace;

	private final CommittedRun run;

	private @Nullable JsonNode manifest;

	public PublishedNight(Output output, Workspace workspace, CommittedRun run) {
		this.output = output;
		this.workspace = workspace;
		this.run = run;
	}

	public CommittedRun run() {
		return this.run;
	}

	/**
	 * A local copy of a dataset's file; empty where the night has no such dataset.
	 * @throws AlteredNightException where it is missing, or not what was published
	 * @throws dev.rollcall.dataset.OutputException where it cannot be read
	 */
	public Optional<Path> copy(String dataset) {
		String key = this.run.night().data(dataset);
		return Optional.ofNullable(hashes().get(key)).map((sha256) -> copy(key, sha256));
	}

	/**
	 * A local copy of the file of a dataset that every night has.
	 * @throws AlteredNightException where it is missing, or not what was published
	 * @throws dev.rollcall.dataset.OutputException where it cannot be read
	 */
	public Path require(String dataset) {
		return copy(dataset).orElseThrow(() -> new AlteredNightException(
				"The night of " + this.run.snapshotDate() + " has no dataset '" + dataset + "', which every night has",
				null));
	}

	private Path copy(String key, String sha256) {
		Path file = this.workspace.newFile("earlier", ".parquet");
		if (!this.output.fetch(key, file)) {
			throw new AlteredNightException(this.output.locate(key) + " is missing", null);
		}
		if (!Sha256.of(file).equals(sha256)) {
			throw new AlteredNightException(
					this.output.locate(key) + " is not what was published: its hash is not that of "
							+ NightId.manifest(this.run.snapshotDate(), this.run.runId()),
					null);
		}
		return file;
	}

	/**
	 * The names of its datasets.
	 * @throws dev.rollcall.dataset.OutputException where its manifest cannot be read
	 */
	public Set<String> datasets() {
		Set<String> datasets = new TreeSet<>();
		for (String key : hashes().keySet()) {
			String folder = key.substring(0, Math.max(0, key.indexOf('/')));
			if (DATASET.matcher(folder).matches() && key.equals(this.run.night().data(folder))) {
				datasets.add(folder);
			}
		}
		return datasets;
	}

	/** The hash of every object, by key. */
	private Map<String, String> hashes() {
		Map<String, String> hashes = new HashMap<>();
		manifest().path("objects")
			.forEach((object) -> hashes.put(object.path("key").asString(), object.path("sha256").asString()));
		return hashes;
	}

	/** The hash of the manifest of the night before; null where there was none. */
	public @Nullable String previousManifestSha256() {
		JsonNode previous = manifest().path("previous").path("manifest_sha256");
		return previous.isString() ? previous.asString() : null;
	}

	private JsonNode manifest() {
		if (this.manifest == null) {
			this.manifest = read(NightId.manifest(this.run.snapshotDate(), this.run.runId()));
		}
		return this.manifest;
	}

	private JsonNode read(String key) {
		byte[] content = this.output.read(key)
			.orElseThrow(() -> new AlteredNightException(this.output.locate(key) + " is missing", null));
		if (!Sha256.of(content).equals(this.run.manifestSha256())) {
			throw new AlteredNightException(
					this.output.locate(key) + " is not what was published: its hash is not that of its commit", null);
		}
		try {
			return JsonMapper.shared().readTree(content);
		}
		catch (JacksonException ex) {
			throw new AlteredNightException(this.output.locate(key) + " is no JSON", ex);
		}
	}

}
