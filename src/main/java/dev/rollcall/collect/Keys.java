package dev.rollcall.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The things that a cell has reported: half a SHA-256 of each one's key, since there may
 * be a million, whose rows are no longer in memory.
 */
final class Keys {

	private final Set<UUID> keys = new HashSet<>();

	private final MessageDigest sha256 = sha256();

	/** Adds a thing; false where it was there. */
	boolean add(Record evidence, List<?> key) {
		return key.isEmpty() || this.keys.add(digest(evidence.getClass().getSimpleName() + key));
	}

	void clear() {
		this.keys.clear();
	}

	private UUID digest(String text) {
		ByteBuffer digest = ByteBuffer.wrap(this.sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
		return new UUID(digest.getLong(), digest.getLong());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
