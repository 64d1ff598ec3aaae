package dev.rollcall.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The UUID of a thing that is the same in every export: version 5 of RFC 4122, from what
 * names the thing.
 */
final class OscalId {

	private static final UUID NAMESPACE = UUID.fromString("6f2b0f1e-4b57-4c3e-9d5a-3a1c7e0d8b42");

	private OscalId() {
	}

	/** Of a kind of thing, by its name. */
	static UUID of(String kind, String name) {
		ByteBuffer named = ByteBuffer.wrap(sha1((kind + "|" + name).getBytes(StandardCharsets.UTF_8)));
		long most = named.getLong() & ~0xF000L | 0x5000L;
		long least = named.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
		return new UUID(most, least);
	}

	private static byte[] sha1(byte[] name) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-1");
			digest.update(ByteBuffer.allocate(2 * Long.BYTES)
				.putLong(NAMESPACE.getMostSignificantBits())
				.putLong(NAMESPACE.getLeastSignificantBits())
				.array());
			return digest.digest(name);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-1", ex);
		}
	}

}
