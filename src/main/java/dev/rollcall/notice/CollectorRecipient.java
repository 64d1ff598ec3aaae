package dev.rollcall.notice;

import java.net.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.ipc.http.HttpSender;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import org.jspecify.annotations.Nullable;

/**
 * A collector of metrics, which gets those of a published night once, by OTLP over HTTP.
 * Headers and attributes of the resource are those of OpenTelemetry's environment, which
 * Micrometer reads.
 */
final class CollectorRecipient implements Recipient {

	private static final String PATH = "/v1/metrics";

	/** Longer than any night: what is pushed is pushed when the registry is closed. */
	private static final Duration NEVER = Duration.ofDays(36_500);

	private final String endpoint;

	private final Duration patience;

	/**
	 * Creates a recipient.
	 * @param endpoint of the collector, or of its metrics
	 * @param patience how long connecting, and then answering, may take
	 */
	CollectorRecipient(String endpoint, Duration patience) {
		this.endpoint = endpoint;
		this.patience = patience;
	}

	@Override
	public String name() {
		return "metrics.otlp-endpoint " + this.endpoint;
	}

	@Override
	public void tell(Notice notice) throws Exception {
		if (notice.metrics().isEmpty()) {
			return;
		}
		AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
		OtlpMetricsSender sender = new OtlpHttpMetricsSender(http());
		OtlpMeterRegistry registry = OtlpMeterRegistry.builder(new Settings(url())).metricsSender((request) -> {
			try {
				sender.send(request);
			}
			catch (Exception ex) {
				failure.set(ex);
			}
		}).build();
		notice.metrics().forEach((name, number) -> Gauge.builder(metric(name), () -> number).register(registry));
		registry.close();
		Exception thrown = failure.get();
		if (thrown != null) {
			throw thrown;
		}
	}

	/** One that is called without encryption is near; no proxy is between. */
	private HttpSender http() {
		return this.endpoint.startsWith("http:")
				? new HttpUrlConnectionSender(this.patience, this.patience, Proxy.NO_PROXY)
				: new HttpUrlConnectionSender(this.patience, this.patience);
	}

	private String url() {
		String base = this.endpoint.replaceFirst("/+$", "");
		return base.endsWith(PATH) ? base : base + PATH;
	}

	/** {@code CellsRead} is {@code rollcall.cells_read}. */
	private static String metric(String name) {
		return "rollcall." + name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

	/**
	 * What is not said here OpenTelemetry's environment says.
	 *
	 * @param url where metrics are pushed
	 */
	private record Settings(String url) implements OtlpConfig {

		@Override
		public @Nullable String get(String key) {
			return null;
		}

		@Override
		public Duration step() {
			return NEVER;
		}

		@Override
		public Map<String, String> resourceAttributes() {
			Map<String, String> attributes = new LinkedHashMap<>(Map.of("service.name", "rollcall"));
			attributes.putAll(OtlpConfig.super.resourceAttributes());
			return attributes;
		}

	}

}
