package dev.rollcall.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The proxy of the network where Rollcall runs. Of the environment the SDK reads
 * HTTP_PROXY alone, although AWS is called by HTTPS; what others go by is said to it as
 * properties, which it, and nothing else that Rollcall calls, looks for.
 */
final class OutboundProxy {

	private static final List<String> VARIABLES = List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");

	private static final List<String> PARTS = List.of("proxyHost", "proxyPort", "proxyUser", "proxyPassword");

	private static final List<String> LOOPBACK = List.of("localhost", "127.*", "[::1]");

	private OutboundProxy() {
	}

	/**
	 * Has the SDK go through the proxy that the environment names, if any; a property
	 * that is set already stays.
	 * @return what is wrong with what the environment says, in a sentence
	 */
	static Optional<String> install(Map<String, String> environment, Properties properties) {
		if (isSet(properties, "http.proxyHost")) {
			return Optional.empty();
		}
		if (isSet(properties, "https.proxyHost")) {
			PARTS.stream()
				.filter((part) -> isSet(properties, "https." + part))
				.forEach((part) -> properties.setProperty("http." + part, properties.getProperty("https." + part)));
			goDirectly(environment, properties);
			return Optional.empty();
		}
		Optional<String> variable = VARIABLES.stream()
			.filter((name) -> !environment.getOrDefault(name, "").isBlank())
			.findFirst();
		Optional<URI> proxy = variable.flatMap((name) -> uri(environment.getOrDefault(name, "").strip()));
		proxy.ifPresent((uri) -> {
			set(properties, uri);
			goDirectly(environment, properties);
		});
		return proxy.isPresent() ? Optional.empty() : variable
			.map((name) -> name + ": a proxy such as http://HOST:PORT was expected; AWS is called without this one");
	}

	private static boolean isSet(Properties properties, String name) {
		return !properties.getProperty(name, "").isBlank();
	}

	/** What is none may have a password. */
	private static Optional<URI> uri(String value) {
		try {
			return Optional.of(new URI(value.contains("://") ? value : "http://" + value))
				.filter((uri) -> uri.getHost() != null && "http".equals(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	/** Where collectors of metrics are called by HTTPS, Java looks for the latter. */
	private static void set(Properties properties, URI proxy) {
		for (String scheme : List.of("http.", "https.")) {
			properties.setProperty(scheme + "proxyHost", proxy.getHost());
			properties.setProperty(scheme + "proxyPort", String.valueOf((proxy.getPort() < 0) ? 80 : proxy.getPort()));
		}
		if (proxy.getRawUserInfo() != null) {
			String[] user = proxy.getRawUserInfo().split(":", 2);
			properties.setProperty("http.proxyUser", decoded(user[0]));
			properties.setProperty("http.proxyPassword", (user.length > 1) ? decoded(user[1]) : "");
		}
	}

	private static String decoded(String part) {
		return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	/** A name stands for what is below it, too. */
	private static void goDirectly(Map<String, String> environment, Properties properties) {
		if (isSet(properties, "http.nonProxyHosts")) {
			return;
		}
		List<String> direct = new ArrayList<>(LOOPBACK);
		String named = environment.getOrDefault("NO_PROXY", environment.getOrDefault("no_proxy", ""));
		for (String host : named.strip().split("[,\\s]+")) {
			String name = host.replaceFirst("^\\*?\\.", "");
			if (!name.isEmpty()) {
				direct.add(name);
				direct.add("*." + name);
			}
		}
		properties.setProperty("http.nonProxyHosts", String.join("|", direct));
	}

}
