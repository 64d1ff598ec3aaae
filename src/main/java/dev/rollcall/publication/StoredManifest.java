package dev.rollcall.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rollcall.publication.Manifest.Previous;
import dev.rollcall.publication.Manifest.PublishedObject;
import dev.rollcall.publication.Manifest.SigningKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A manifest as it is found, of which nothing is believed but its form.
 *
 * @param commits those that there were when it was written; none where it was written
 * before manifests said so
 * @param values all of it but the objects and commits, for what is compared with the
 * run's row
 */
record StoredManifest(LocalDate snapshotDate, String runId, long attempt, List<PublishedObject> objects,
		@Nullable Previous previous, @Nullable Previous previousAttempt, List<CommitKey> commits,
		@Nullable SigningKey signedBy, JsonNode values) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final Set<String> LISTS = Set.of("objects", "commits");

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	/**
	 * Reads a manifest.
	 * @throws AlteredNightException where it is none; the message says what is wrong
	 */
	static StoredManifest parse(byte[] json) {
		try {
			return of(JSON.readTree(json));
		}
		catch (JacksonException ex) {
			throw new AlteredNightException(oneLine(ex), ex);
		}
		catch (StackOverflowError ex) {
			throw new AlteredNightException("it is nested too deeply", ex);
		}
	}

	static String oneLine(JacksonException ex) {
		return String.valueOf(ex.getOriginalMessage()).replaceAll("\\s+", " ");
	}

	private static StoredManifest of(JsonNode root) {
		List<PublishedObject> objects = new ArrayList<>();
		JsonNode listed = root.path("objects");
		if (!listed.isArray()) {
			throw new AlteredNightException("it lists no objects", null);
		}
		listed.forEach((object) -> objects.add(object(object)));
		return new StoredManifest(date(root), text(root, "run_id"), number(root, "attempt"), List.copyOf(objects),
				previous(root.path("previous")), previous(root.path("previous_attempt")), commits(root.path("commits")),
				signedBy(root.path("signed_by")), ((ObjectNode) root).remove(LISTS));
	}

	/** This, without the commits that are there. */
	StoredManifest withoutCommits(Set<CommitKey> there) {
		return new StoredManifest(this.snapshotDate, this.runId, this.attempt, this.objects, this.previous,
				this.previousAttempt, this.commits.stream().filter((commit) -> !there.contains(commit)).toList(),
				this.signedBy, this.values);
	}

	private static PublishedObject object(JsonNode object) {
		JsonNode rows = object.path("rows");
		JsonNode version = object.path("version_id");
		return new PublishedObject(text(object, "key"), number(object, "bytes"), sha256(object, "sha256"),
				isNone(rows) ? null : number(object, "rows"), isNone(version) ? null : text(object, "version_id"));
	}

	private static @Nullable Previous previous(JsonNode night) {
		return isNone(night) ? null
				: new Previous(date(night), number(night, "attempt"), sha256(night, "manifest_sha256"));
	}

	private static List<CommitKey> commits(JsonNode keys) {
		return keys.valueStream()
			.map((key) -> CommitKey.parse(key.asString("")))
			.map((commit) -> commit.orElseThrow(() -> new AlteredNightException("commits names what is none", null)))
			.toList();
	}

	private static @Nullable SigningKey signedBy(JsonNode key) {
		return isNone(key) ? null : new SigningKey(text(key, "algorithm"), text(key, "key_id"));
	}

	private static boolean isNone(JsonNode node) {
		return node.isNull() || node.isMissingNode();
	}

	private static String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (!value.isString()) {
			throw new AlteredNightException(field + " is no text", null);
		}
		return value.asString();
	}

	private static String sha256(JsonNode node, String field) {
		String value = text(node, field);
		if (!SHA256.matcher(value).matches()) {
			throw new AlteredNightException(field + " is no SHA-256", null);
		}
		return value;
	}

	private static long number(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (!value.isIntegralNumber() || !value.canConvertToLong()) {
			throw new AlteredNightException(field + " is no number", null);
		}
		return value.asLong();
	}

	private static LocalDate date(JsonNode node) {
		String value = text(node, "snapshot_date");
		try {
			return LocalDate.parse(value);
		}
		catch (DateTimeException ex) {
			throw new AlteredNightException("snapshot_date is no date", ex);
		}
	}

}
