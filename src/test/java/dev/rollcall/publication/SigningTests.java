package dev.rollcall.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import dev.rollcall.dataset.NightId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("runtime")
class SigningTests {

	private static final NightId NIGHT = SmallNights.night("2026-11-20", 2);

	private static final Instant NOW = Instant.parse("2026-11-20T03:04:05.678Z");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "EC, secp256r1, SHA256withECDSA", "EC, secp384r1, SHA384withECDSA", "EC, secp521r1, SHA512withECDSA",
			"RSA, 2048, SHA256withRSA", "Ed25519, , Ed25519" })
	void signsSoThatThePublicKeyTells(String kind, @Nullable String parameter, String algorithm) throws Exception {
		KeyPair pair = pair(kind, parameter);
		NightSignature signature = sign(LocalSigner.of(privateKey(pair)));
		assertThat(signature.algorithm()).isEqualTo(algorithm);
		PublicKeys pem = PublicKeys.of(List.of(publicKey(pair)));
		PublicKeys der = PublicKeys
			.of(List.of(Files.write(this.directory.resolve("key.der"), pair.getPublic().getEncoded())));
		NightSignature stored = NightSignature.parse(signature.toJson());
		assertThat(pem.verify(stored)).isTrue();
		assertThat(der.verify(stored)).isTrue();
		NightSignature other = new NightSignature(stored.algorithm(), stored.keyId(), stored.signedAt(),
				stored.text().replace("attempt: 2", "attempt: 3"), stored.signature());
		assertThat(pem.verify(other)).isFalse();
		assertThat(PublicKeys.of(List.of(publicKey(pair(kind, parameter)))).verify(stored)).isFalse();
	}

	/** What is signed says which night it is, and what was before it. */
	@Test
	void signsATextThatAPersonCanRead() throws Exception {
		NightSignature signature = sign(LocalSigner.of(privateKey(pair("Ed25519", null))));
		assertThat(signature.text()).isEqualTo("""
				rollcall manifest signature, version 1
				snapshot_date: 2026-11-20
				attempt: 2
				manifest: manifests/snapshot_date=2026-11-20/run_id=run-20261120-2/manifest.json
				manifest_sha256: aa
				previous_manifest_sha256: bb
				algorithm: Ed25519
				key_id: key.pem
				signed_at: 2026-11-20T03:04:05Z
				""");
	}

	/** A signature with an algorithm that nobody asked for is not believed. */
	@Test
	void believesNoOtherAlgorithm() throws Exception {
		KeyPair pair = pair("RSA", "2048");
		NightSignature signature = sign(LocalSigner.of(privateKey(pair)));
		NightSignature weak = new NightSignature("MD5withRSA", signature.keyId(), signature.signedAt(),
				signature.text(), signature.signature());
		assertThat(PublicKeys.of(List.of(publicKey(pair))).verify(weak)).isFalse();
	}

	@Test
	void refusesWhatCannotSignInOneLine() throws Exception {
		assertRefused(Files.writeString(this.directory.resolve("none.pem"), "hello"), "-----BEGIN PRIVATE KEY-----");
		assertRefused(
				Files.writeString(this.directory.resolve("ec.pem"),
						"-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n"),
				"openssl pkcs8 -topk8 -nocrypt");
		assertRefused(
				Files.writeString(this.directory.resolve("locked.pem"),
						"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"),
				"-nocrypt");
		assertRefused(Files.writeString(this.directory.resolve("bad.pem"),
				"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"), "for EC, RSA or Ed25519");
		assertRefused(privateKey(pair("RSA", "1024")), "2048 bits at least");
		assertRefused(this.directory.resolve("nowhere.pem"), "a readable file was expected");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PublicKeys.of(List.of(this.directory.resolve("none.pem"))))
			.withMessageEndingWith("none.pem: a public key in PEM or DER was expected");
	}

	private static void assertRefused(Path file, String expected) {
		assertThatThrownBy(() -> LocalSigner.of(file)).isInstanceOf(CannotSignException.class)
			.hasMessageStartingWith(file.toString())
			.hasMessageContaining(expected);
	}

	private static NightSignature sign(Signer signer) {
		return NightSignature.sign(signer, NIGHT, "aa",
				new Manifest.Previous(NIGHT.snapshotDate().minusDays(1), 1, "bb"), NOW);
	}

	private static KeyPair pair(String kind, @Nullable String parameter) throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
		switch (kind) {
			case "EC" -> generator.initialize(new ECGenParameterSpec(parameter));
			case "RSA" -> generator.initialize(Integer.parseInt(parameter));
			default -> {
			}
		}
		return generator.generateKeyPair();
	}

	private Path privateKey(KeyPair pair) throws IOException {
		return pem("key.pem", "PRIVATE", pair.getPrivate().getEncoded());
	}

	private Path publicKey(KeyPair pair) throws IOException {
		return pem("key.pub", "PUBLIC", pair.getPublic().getEncoded());
	}

	private Path pem(String name, String kind, byte[] encoded) throws IOException {
		String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
		return Files.writeString(this.directory.resolve(name),
				"-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n");
	}

}
