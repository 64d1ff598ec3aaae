package dev.rollcall.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.account.Redaction;
import dev.rollcall.input.BadInputException;

/**
 * Endpoints that the environment puts in place of AWS's. They are said aloud: one set by
 * mistake, or by an enemy, would get every request with its signature.
 */
final class Endpoints {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

	private Endpoints() {
	}

	/**
	 * Checks what the environment says, and the system properties that mean the same.
	 * @return what the log is to say of it
	 * @throws BadInputException where requests would go over a network unencrypted
	 */
	static List<String> check(Map<String, String> environment) {
		Map<String, String> settings = new TreeMap<>(environment);
		System.getProperties().stringPropertyNames().forEach((name) -> settings.put(name, System.getProperty(name)));
		List<String> warnings = new ArrayList<>();
		settings.forEach((name, value) -> {
			if ((name.startsWith("AWS_ENDPOINT_URL") || name.startsWith("aws.endpointUrl")) && !value.isBlank()) {
				check(name, value);
				warnings.add("Not AWS: " + name + " sends requests to " + Redaction.of(value));
			}
		});
		return warnings;
	}

	private static void check(String name, String value) {
		String shown = Redaction.of(value);
		URI uri;
		try {
			uri = URI.create(value);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException(name + ": '" + shown + "': a URL was expected");
		}
		if (uri.getHost() == null) {
			throw new BadInputException(name + ": '" + shown + "': a URL with a host was expected");
		}
		if (!"https".equals(uri.getScheme()) && !LOOPBACK.contains(uri.getHost())) {
			throw new BadInputException(name + ": '" + shown + "': https was expected for a host that is not this one");
		}
	}

}
