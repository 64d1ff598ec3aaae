package dev.rollcall.publication;

import dev.rollcall.publication.Manifest.SigningKey;

/** Signs manifests with one key. */
public interface Signer {

	/** The key and how it signs. */
	SigningKey key();

	/**
	 * Signs a text of at most 4,096 bytes.
	 * @throws CannotSignException where it could not; the message says why
	 */
	byte[] sign(byte[] text);

}
