package dev.rollcall.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.publication.Manifest.SigningKey;

/** Signs with a private key from a file. */
public final class LocalSigner implements Signer {

	private static final Pattern PEM = Pattern
		.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]*)-----END [A-Z ]*PRIVATE KEY-----");

	private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

	private static final int LEAST_RSA_BITS = 2048;

	private final PrivateKey privateKey;

	private final SigningKey key;

	private LocalSigner(PrivateKey privateKey, SigningKey key) {
		this.privateKey = privateKey;
		this.key = key;
	}

	/**
	 * Reads a key.
	 * @param file PKCS #8 in PEM, not encrypted: EC, RSA or Ed25519
	 * @throws CannotSignException where it is anything else
	 */
	public static LocalSigner of(Path file) {
		PrivateKey key = privateKey(file);
		return new LocalSigner(key, new SigningKey(algorithm(key, file), String.valueOf(file.getFileName())));
	}

	private static PrivateKey privateKey(Path file) {
		byte[] encoded = decode(file);
		for (String algorithm : ALGORITHMS) {
			try {
				return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
			}
			catch (InvalidKeySpecException ex) {
				// It may be a key of the next kind.
			}
			catch (GeneralSecurityException ex) {
				throw new CannotSignException(file + ": " + ex.getMessage(), ex);
			}
		}
		throw new CannotSignException(file + ": a private key for EC, RSA or Ed25519 was expected", null);
	}

	private static byte[] decode(Path file) {
		String text;
		try {
			text = Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new CannotSignException(file + ": a readable file was expected (" + ex.getMessage() + ")", ex);
		}
		Matcher pem = PEM.matcher(text);
		if (!pem.find() || !pem.group(1).isEmpty()) {
			throw new CannotSignException(file + ": a private key in PEM that begins with -----BEGIN PRIVATE KEY-----"
					+ " was expected (openssl pkcs8 -topk8 -nocrypt makes one)", null);
		}
		try {
			return Base64.getMimeDecoder().decode(pem.group(2));
		}
		catch (IllegalArgumentException ex) {
			throw new CannotSignException(file + ": what stands in its PEM is no Base64", ex);
		}
	}

	private static String algorithm(PrivateKey key, Path file) {
		if (key instanceof RSAPrivateKey rsa) {
			if (rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
				throw new CannotSignException(file + ": an RSA key of 2048 bits at least was expected", null);
			}
			return "SHA256withRSA";
		}
		if (key instanceof ECPrivateKey ec) {
			int bits = ec.getParams().getOrder().bitLength();
			return (bits <= 256) ? "SHA256withECDSA" : (bits <= 384) ? "SHA384withECDSA" : "SHA512withECDSA";
		}
		return "Ed25519";
	}

	@Override
	public SigningKey key() {
		return this.key;
	}

	@Override
	public byte[] sign(byte[] text) {
		try {
			Signature signature = Signature.getInstance(this.key.algorithm());
			signature.initSign(this.privateKey);
			signature.update(text);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new CannotSignException(this.key.keyId() + ": " + ex.getMessage(), ex);
		}
	}

}
