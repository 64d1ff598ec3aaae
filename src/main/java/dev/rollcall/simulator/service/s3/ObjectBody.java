package dev.rollcall.simulator.service.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.HttpCall;

/**
 * The bytes of an object that is put. SDKs send them in signed chunks with a checksum
 * behind the last ({@code aws-chunked}), or as they are.
 */
final class ObjectBody {

	private static final String CHUNKED = "STREAMING-";

	private ObjectBody() {
	}

	/**
	 * The object's bytes, held to the checksums that came with them.
	 * @throws ErrorAnswer where they are incomplete or differ
	 */
	static byte[] of(HttpCall call) {
		if (!call.header("x-amz-content-sha256").orElse("").startsWith(CHUNKED)) {
			check(call.headers(), call.body());
			return call.body();
		}
		ByteArrayOutputStream content = new ByteArrayOutputStream(call.body().length);
		int at = 0;
		while (true) {
			int end = lineEnd(call.body(), at);
			String line = new String(call.body(), at, end - at, StandardCharsets.US_ASCII);
			int size = size(line);
			at = end + 2;
			if (size == 0) {
				break;
			}
			if (at + size + 2 > call.body().length) {
				throw incomplete();
			}
			content.write(call.body(), at, size);
			at += size + 2;
		}
		check(call.headers(), content.toByteArray());
		check(trailers(call.body(), at), content.toByteArray());
		return content.toByteArray();
	}

	private static int size(String line) {
		try {
			return Integer.parseInt(line.split(";")[0].strip(), 16);
		}
		catch (NumberFormatException ex) {
			throw incomplete();
		}
	}

	private static Map<String, String> trailers(byte[] body, int from) {
		Map<String, String> trailers = new LinkedHashMap<>();
		String text = new String(body, from, body.length - from, StandardCharsets.US_ASCII);
		text.lines().forEach((line) -> {
			int colon = line.indexOf(':');
			if (colon > 0) {
				trailers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
			}
		});
		return trailers;
	}

	private static int lineEnd(byte[] body, int from) {
		for (int i = from; i + 1 < body.length; i++) {
			if (body[i] == '\r' && body[i + 1] == '\n') {
				return i;
			}
		}
		throw incomplete();
	}

	private static void check(Map<String, String> headers, byte[] content) {
		Digests.SENT_ALONG.forEach((header, digest) -> {
			String sent = headers.get(header);
			if (sent != null && !sent.equals(Digests.base64(digest.apply(content)))) {
				String algorithm = header.substring(header.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
				throw new ErrorAnswer(400, "BadDigest",
						"The " + algorithm + " you specified did not match the calculated checksum.");
			}
		});
	}

	private static ErrorAnswer incomplete() {
		return new ErrorAnswer(400, "IncompleteBody",
				"The request body terminated unexpectedly, or its chunks are malformed.");
	}

}
