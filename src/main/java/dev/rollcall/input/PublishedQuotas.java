package dev.rollcall.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How many calls AWS says that it allows to an account in a Region: a packaged file
 * {@code /quotas/<service>.properties} for each service that publishes any, which names
 * the page. As many may come at once as in a second.
 */
public final class PublishedQuotas {

	private static final Map<String, Map<String, Double>> READ = new ConcurrentHashMap<>();

	private PublishedQuotas() {
	}

	/**
	 * The quota of an operation.
	 * @param operation as {@code service:Operation}
	 * @return calls a second; empty where AWS publishes none
	 */
	public static OptionalDouble perSecond(String operation) {
		int colon = operation.indexOf(':');
		Double rate = READ.computeIfAbsent(operation.substring(0, colon), PublishedQuotas::read)
			.get(operation.substring(colon + 1));
		return (rate != null) ? OptionalDouble.of(rate) : OptionalDouble.empty();
	}

	private static Map<String, Double> read(String service) {
		try (InputStream content = PublishedQuotas.class.getResourceAsStream("/quotas/" + service + ".properties")) {
			Properties rates = new Properties();
			if (content != null) {
				rates.load(content);
			}
			return rates.stringPropertyNames()
				.stream()
				.collect(Collectors.toUnmodifiableMap((name) -> name,
						(name) -> Double.valueOf(rates.getProperty(name))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("/quotas/" + service + ".properties cannot be read", ex);
		}
	}

}
