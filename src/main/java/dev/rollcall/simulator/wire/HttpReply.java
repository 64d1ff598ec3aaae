package dev.rollcall.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param headers beside those that the server itself adds
 */
public record HttpReply(int status, Map<String, String> headers, byte[] body) {

	/** The same with another body. */
	public HttpReply withBody(byte[] other) {
		return new HttpReply(this.status, this.headers, other);
	}

	public static HttpReply text(int status, String contentType, String body) {
		return new HttpReply(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
	}

}
