package dev.rollcall.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The keys whose signatures are believed. */
public final class PublicKeys {

	/** What a signature's algorithm asks of a key. No other algorithm is believed. */
	private static final Map<String, String> ALGORITHMS = Map.of("SHA256withECDSA", "EC", "SHA384withECDSA", "EC",
			"SHA512withECDSA", "EC", "SHA256withRSA", "RSA", "Ed25519", "Ed25519");

	private final List<byte[]> keys;

	private PublicKeys(List<byte[]> keys) {
		this.keys = List.copyOf(keys);
	}

	/**
	 * Reads keys.
	 * @param files SubjectPublicKeyInfo in PEM, Base64 or DER, as openssl and KMS give it
	 * @throws IllegalArgumentException naming a file that holds none
	 */
	public static PublicKeys of(List<Path> files) {
		return new PublicKeys(files.stream().map(PublicKeys::read).toList());
	}

	boolean isEmpty() {
		return this.keys.isEmpty();
	}

	private static byte[] read(Path file) {
		try {
			byte[] content = Files.readAllBytes(file);
			byte[] key = isDer(content) ? content : decode(new String(content, StandardCharsets.ISO_8859_1));
			for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
				if (!keysOf(algorithm, List.of(key)).isEmpty()) {
					return key;
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(file + ": a readable file was expected", ex);
		}
		catch (IllegalArgumentException ex) {
			// Not Base64 either.
		}
		throw new IllegalArgumentException(file + ": a public key in PEM or DER was expected");
	}

	private static boolean isDer(byte[] content) {
		return content.length > 0 && content[0] == 0x30;
	}

	private static byte[] decode(String text) {
		return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
	}

	private static List<PublicKey> keysOf(String algorithm, List<byte[]> encoded) {
		List<PublicKey> keys = new ArrayList<>();
		for (byte[] key : encoded) {
			try {
				keys.add(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(key)));
			}
			catch (GeneralSecurityException ex) {
				// A key of another kind.
			}
		}
		return keys;
	}

	/** Whether one of these keys made a signature. */
	boolean verify(NightSignature signature) {
		String kind = ALGORITHMS.get(signature.algorithm());
		return kind != null && keysOf(kind, this.keys).stream().anyMatch((key) -> verify(key, signature));
	}

	private static boolean verify(PublicKey key, NightSignature signature) {
		try {
			Signature verification = Signature.getInstance(signature.algorithm());
			verification.initVerify(key);
			verification.update(signature.text().getBytes(StandardCharsets.UTF_8));
			return verification.verify(signature.signature());
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

}
