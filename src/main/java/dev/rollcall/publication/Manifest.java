package dev.rollcall.publication;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a night published: every value of its row in the dataset {@code run} but the
 * manifest's own hash, every object with its hash, and the nights before it.
 *
 * @param run the row
 * @param objects all objects but the manifest and the commit
 * @param previous the latest attempt of the greatest earlier date when this was written
 * @param previousAttempt the preceding attempt of this date
 * @param commits the keys of all commits that there were when this was written: those of
 * attempts and dates that were published late are named by nothing else
 * @param signedBy the key whose signature lies beside this; null where there is none
 */
@JsonPropertyOrder({ "snapshot_date", "run" })
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Manifest(LocalDate snapshotDate, @JsonUnwrapped Run run, List<PublishedObject> objects,
		@Nullable Previous previous, @Nullable Previous previousAttempt, List<String> commits,
		@Nullable SigningKey signedBy) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	public Manifest {
		objects = List.copyOf(objects);
		commits = List.copyOf(commits);
	}

	/** The manifest as it is stored. */
	public byte[] toJson() {
		return JSON.writeValueAsBytes(this);
	}

	/**
	 * An object of the night.
	 *
	 * @param key relative to the output
	 * @param sha256 in hexadecimal
	 * @param rows of a Parquet file; null for others
	 * @param versionId where the output keeps versions
	 */
	public record PublishedObject(String key, long bytes, String sha256, @Nullable Long rows,
			@Nullable String versionId) {

	}

	/** A night before this one. */
	public record Previous(LocalDate snapshotDate, long attempt, String manifestSha256) {

	}

	/**
	 * A key that signs manifests.
	 *
	 * @param algorithm as Java names it
	 * @param keyId the ARN of a KMS key, or the name of a file
	 */
	public record SigningKey(String algorithm, String keyId) {

	}

}
