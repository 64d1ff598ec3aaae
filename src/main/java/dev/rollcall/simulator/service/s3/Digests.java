package dev.rollcall.simulator.service.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Digests of objects as S3 writes them. */
final class Digests {

	/**
	 * What a client may send along in a header, by its name. S3 knows CRC-64/NVME too;
	 * the JDK has none.
	 */
	static final Map<String, UnaryOperator<byte[]>> SENT_ALONG = Map.of("content-md5",
			(content) -> digest("MD5", content), "x-amz-checksum-crc32", (content) -> crc(new CRC32(), content),
			"x-amz-checksum-crc32c", (content) -> crc(new CRC32C(), content), "x-amz-checksum-sha1",
			(content) -> digest("SHA-1", content), "x-amz-checksum-sha256", (content) -> digest("SHA-256", content));

	private Digests() {
	}

	static byte[] md5(byte[] content) {
		return digest("MD5", content);
	}

	/** In hexadecimal, as entity tags are. */
	static String hex(byte[] digest) {
		return HexFormat.of().formatHex(digest);
	}

	/** CRC-32 in Base64. */
	static String crc32(byte[] content) {
		return base64(crc(new CRC32(), content));
	}

	static String base64(byte[] digest) {
		return Base64.getEncoder().encodeToString(digest);
	}

	private static byte[] digest(String algorithm, byte[] content) {
		try {
			return MessageDigest.getInstance(algorithm).digest(content);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] crc(Checksum crc, byte[] content) {
		crc.update(content);
		return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
	}

}
