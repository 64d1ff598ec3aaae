package dev.rollcall.notice;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.rollcall.account.Arn;
import dev.rollcall.account.Connection;
import dev.rollcall.configuration.Audience;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Tells everybody who is to be told, beside each other, and waits a bounded time: a night
 * that is over does not hang on who hears of it.
 */
public final class Notices {

	private static final Duration LONGEST = Duration.ofSeconds(20);

	private final List<Recipient> recipients;

	private final Duration longest;

	Notices(List<Recipient> recipients, Duration longest) {
		this.recipients = recipients;
		this.longest = longest;
	}

	/**
	 * Those whom a configuration names; nothing is called yet.
	 * @param environment which may name a collector too
	 */
	public static Notices of(Audience audience, Connection connection, Map<String, String> environment) {
		return of(audience, connection, environment, LONGEST);
	}

	/**
	 * The same.
	 * @param longest how long all of them are waited for
	 */
	static Notices of(Audience audience, Connection connection, Map<String, String> environment, Duration longest) {
		List<Recipient> recipients = new ArrayList<>();
		audience.topic()
			.ifPresent((topic) -> recipients.add(new TopicRecipient(
					client(SnsClient.builder(), Region.of(topic.region()), connection, longest), topic)));
		audience.eventBus()
			.ifPresent((bus) -> recipients.add(new EventBusRecipient(
					client(EventBridgeClient.builder(), region(bus, connection), connection, longest), bus)));
		audience.collector()
			.map(URI::toString)
			.or(() -> collector(environment))
			.ifPresent((endpoint) -> recipients.add(new CollectorRecipient(endpoint, longest.dividedBy(2))));
		return new Notices(recipients, longest);
	}

	/** What OpenTelemetry's environment says. */
	private static Optional<String> collector(Map<String, String> environment) {
		return Stream.of("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
			.map((name) -> environment.getOrDefault(name, "").strip())
			.filter((value) -> !value.isEmpty())
			.findFirst();
	}

	private static Region region(String bus, Connection connection) {
		return Arn.parse(bus).map((arn) -> Region.of(arn.region())).orElse(connection.home());
	}

	/** One that repeats what failed, and has given up before nobody waits any longer. */
	private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, Region region,
			Connection connection, Duration longest) {
		connection.endpoint().ifPresent(builder::endpointOverride);
		return builder.region(region)
			.credentialsProvider(connection.credentials())
			.httpClientBuilder(ApacheHttpClient.builder().maxConnections(1))
			.overrideConfiguration((configuration) -> configuration.retryStrategy(RetryMode.STANDARD)
				.apiCallAttemptTimeout(longest.dividedBy(4))
				.apiCallTimeout(longest.multipliedBy(3).dividedBy(4)))
			.build();
	}

	/**
	 * Tells all of them.
	 * @return of each who could not be told a sentence that says why
	 */
	public List<String> tell(Notice notice) {
		if (this.recipients.isEmpty()) {
			return List.of();
		}
		ExecutorService threads = Executors.newFixedThreadPool(this.recipients.size(), Notices::daemon);
		try {
			return untold(threads.invokeAll(
					this.recipients.stream().<Callable<Void>>map((recipient) -> () -> told(recipient, notice)).toList(),
					this.longest.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return List.of("Nobody was told that the night has ended: interrupted");
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static @Nullable Void told(Recipient recipient, Notice notice) throws Exception {
		recipient.tell(notice);
		return null;
	}

	private List<String> untold(List<Future<Void>> tellings) throws InterruptedException {
		List<String> untold = new ArrayList<>();
		for (int i = 0; i < tellings.size(); i++) {
			String name = this.recipients.get(i).name();
			try {
				tellings.get(i).get();
			}
			catch (CancellationException ex) {
				untold.add(name + " was not told: no answer within " + this.longest.toSeconds() + " s");
			}
			catch (ExecutionException ex) {
				untold.add(name + " was not told: " + words(Objects.requireNonNullElse(ex.getCause(), ex)));
			}
		}
		return untold;
	}

	private static String words(Throwable failure) {
		return (failure.getMessage() != null) ? failure.getMessage() : failure.getClass().getSimpleName();
	}

	/** One that does not answer does not keep the program from ending. */
	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "notice");
		thread.setDaemon(true);
		return thread;
	}

}
