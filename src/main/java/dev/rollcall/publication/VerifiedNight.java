package dev.rollcall.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a committed night.
 *
 * @param objects how many objects were held to their hashes
 * @param bytes how large they are together
 * @param unread what of it could not be read, and why
 */
public record VerifiedNight(LocalDate snapshotDate, long attempt, @Nullable String runId,
		@Nullable String manifestSha256, boolean partial, boolean simulated, long objects, long bytes,
		@JsonUnwrapped SignatureState signature, List<Defect> defects, List<String> unread) {

	/**
	 * What AWS Audit Manager says of an assessment report's signature, under its names.
	 *
	 * @param valid null where there is no signature, or no key to check it with
	 * @param errors what is wrong with the night, in words
	 */
	public record SignatureState(@JsonProperty("signatureValid") @Nullable Boolean valid,
			@JsonProperty("signatureAlgorithm") @Nullable String algorithm,
			@JsonProperty("signatureDateTime") @Nullable Instant signedAt,
			@JsonProperty("signatureKeyId") @Nullable String keyId,
			@JsonProperty("validationErrors") List<String> errors) {

		/** In words. */
		public String inWords() {
			if (this.algorithm == null) {
				return "not signed";
			}
			return (this.valid == null) ? "signed, not checked" : this.valid ? "signature valid" : "SIGNATURE INVALID";
		}

	}

}
