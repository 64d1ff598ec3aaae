package dev.rollcall.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param path the path, still percent-encoded
 * @param query the decoded parameters of the query string; a marker has an empty value
 * @param headers by name in lower case
 */
public record HttpCall(String method, String path, Map<String, String> query, Map<String, String> headers,
		byte[] body) {

	/**
	 * A request as it arrived.
	 * @param target path and query, percent-encoded
	 */
	public static HttpCall of(String method, String target, Map<String, String> headers, byte[] body) {
		int mark = target.indexOf('?');
		return new HttpCall(method, (mark < 0) ? target : target.substring(0, mark),
				parameters((mark < 0) ? "" : target.substring(mark + 1)), headers, body);
	}

	/** Parameters as query strings and forms write them. */
	static Map<String, String> parameters(String encoded) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : encoded.split("&")) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			if (!name.isEmpty()) {
				parameters.put(decode(name), (equals < 0) ? "" : decode(pair.substring(equals + 1)));
			}
		}
		return parameters;
	}

	/** The form that asks: the body, else what stands in the address. */
	Map<String, String> form() {
		return (this.body.length > 0) ? parameters(new String(this.body, StandardCharsets.UTF_8)) : this.query;
	}

	public Optional<String> header(String lowerCaseName) {
		return Optional.ofNullable(this.headers.get(lowerCaseName));
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new ErrorAnswer(400, "InvalidURI", "The request is not properly encoded.");
		}
	}

}
