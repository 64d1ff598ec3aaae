package dev.rollcall.configuration;

import java.util.Optional;

/**
 * How published nights are guarded beyond their hashes.
 *
 * @param kmsKey the KMS key that signs manifests: an ARN, an alias or an id
 * @param privateKey the file of the key that signs them instead
 * @param objectLock for how long no published object may be deleted
 */
public record Seal(Optional<String> kmsKey, Optional<String> privateKey, Optional<ObjectLock> objectLock) {

	/** Hashes alone. */
	public static final Seal NONE = new Seal(Optional.empty(), Optional.empty(), Optional.empty());

	/**
	 * A retention of every published object.
	 *
	 * @param compliance whether nobody may lift it
	 */
	public record ObjectLock(boolean compliance, int days) {

	}

}
