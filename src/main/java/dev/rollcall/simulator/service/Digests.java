package dev.rollcall.simulator.service;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Digests of objects as S3 writes them. */
final class Digests {

	private Digests() {
	}

	/** MD5 in hexadecimal, which S3 uses as an entity tag. */
	static String md5(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** CRC-32 in Base64. */
	static String crc32(byte[] content) {
		CRC32 crc = new CRC32();
		crc.update(content);
		return Base64.getEncoder().encodeToString(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}

}
