package dev.rollcall.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.rollcall.dataset.NightId;
import dev.rollcall.publication.Manifest.Previous;
import dev.rollcall.publication.Manifest.SigningKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A manifest's signature, as it lies beside it. What is signed is a text that says which
 * night this is and what was before it, so that neither can be changed and the signature
 * serves no other night.
 *
 * @param algorithm as Java names it
 * @param text what is signed, in UTF-8
 * @param signature as Java and openssl make it; Base64 where it is stored
 */
public record NightSignature(String algorithm, String keyId, Instant signedAt, String text, byte[] signature) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	/** The key of the signature of a manifest. */
	static String key(String manifest) {
		return manifest + ".sig";
	}

	/** The text that is signed for a night. */
	static String text(SigningKey key, Instant signedAt, NightId night, String manifestSha256,
			@Nullable Previous previous) {
		return String.join("\n", "rollcall manifest signature, version 1", "snapshot_date: " + night.snapshotDate(),
				"attempt: " + night.attempt(), "manifest: " + night.manifest(), "manifest_sha256: " + manifestSha256,
				"previous_manifest_sha256: " + ((previous != null) ? previous.manifestSha256() : "none"),
				"algorithm: " + key.algorithm(), "key_id: " + key.keyId(), "signed_at: " + signedAt, "");
	}

	/** Signs a night's manifest. */
	static NightSignature sign(Signer signer, NightId night, String manifestSha256, @Nullable Previous previous,
			Instant now) {
		Instant signedAt = now.truncatedTo(ChronoUnit.SECONDS);
		String text = text(signer.key(), signedAt, night, manifestSha256, previous);
		return new NightSignature(signer.key().algorithm(), signer.key().keyId(), signedAt, text,
				signer.sign(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** The signature as it is stored. */
	byte[] toJson() {
		return JSON.writeValueAsBytes(this);
	}

	/**
	 * A signature that is stored.
	 * @throws AlteredNightException where it is none
	 */
	static NightSignature parse(byte[] json) {
		try {
			NightSignature signature = JSON.readValue(json, NightSignature.class);
			if (signature == null || signature.algorithm == null || signature.keyId == null
					|| signature.signedAt == null || signature.text == null || signature.signature == null) {
				throw new AlteredNightException("it lacks a value", null);
			}
			return signature;
		}
		catch (JacksonException ex) {
			throw new AlteredNightException(StoredManifest.oneLine(ex), ex);
		}
	}

	SigningKey signedBy() {
		return new SigningKey(this.algorithm, this.keyId);
	}

}
