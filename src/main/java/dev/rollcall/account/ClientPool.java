package dev.rollcall.account;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * One SDK client for each (service, Region), shared by all accounts: credentials come
 * with each request. A client an account would cost 2 ms and 26 KB each and share no
 * connection.
 *
 * <p>
 * The SDK does not retry: its token bucket has one scope for all accounts, and it sleeps
 * while it holds the connection. Retries are {@link AccountCalls}'.
 */
public final class ClientPool implements ClientSource, AutoCloseable {

	private final Map<Key, SdkClient> clients = new ConcurrentHashMap<>();

	private final SdkHttpClient http;

	private final ClientOverrideConfiguration configuration;

	private final Optional<URI> endpoint;

	private final Lateness lateness = new Lateness(System::nanoTime);

	private final LatenessWatch watch = new LatenessWatch(this.lateness, Parking.THREAD);

	/** Watches the deadlines of all clients; each would make a pool of its own. */
	private final PatientTimer timer;

	/**
	 * Creates a pool whose deadlines stand still while this program has no processor.
	 * @param deadlines of which attempt and call bound every request
	 * @param connections the most connections open at once
	 * @param endpoint what stands in for AWS; empty: AWS, or what its own settings say
	 * @param executor runs what calls; one thread of it is used until the pool is closed
	 */
	public static ClientPool watching(Deadlines deadlines, int connections, Optional<URI> endpoint, Executor executor) {
		ClientPool pool = new ClientPool(deadlines, connections, endpoint);
		pool.watch.start(executor);
		return pool;
	}

	/**
	 * Creates a pool whose deadlines nothing holds up.
	 * @param deadlines of which attempt and call bound every request
	 * @param connections the most connections open at once
	 * @param endpoint what stands in for AWS; empty: AWS, or what its own settings say
	 */
	public ClientPool(Deadlines deadlines, int connections, Optional<URI> endpoint) {
		this.endpoint = endpoint;
		this.timer = new PatientTimer(this.lateness, deadlines.attempt());
		this.http = ApacheHttpClient.builder()
			.maxConnections(connections)
			.connectionTimeout(deadlines.attempt())
			// The attempt's own deadline comes first; this one does not know when we are
			// late.
			.socketTimeout(deadlines.cell())
			.connectionAcquisitionTimeout(deadlines.call())
			.tcpKeepAlive(true)
			.build();
		this.configuration = ClientOverrideConfiguration.builder()
			.apiCallAttemptTimeout(deadlines.attempt())
			.apiCallTimeout(deadlines.call())
			.scheduledExecutorService(this.timer)
			.retryStrategy(DefaultRetryStrategy.doNotRetry())
			.addExecutionInterceptor(new AnswerGuard())
			.addExecutionInterceptor(this.timer)
			.build();
	}

	Lateness lateness() {
		return this.lateness;
	}

	@Override
	public <C extends SdkClient> C client(Class<C> type, Region region) {
		return type.cast(this.clients.computeIfAbsent(new Key(type, region), this::create));
	}

	private SdkClient create(Key key) {
		AwsClientBuilder<?, ?> builder = builder(key.type());
		builder.region(key.region())
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.overrideConfiguration(this.configuration);
		((AwsSyncClientBuilder<?, ?>) builder).httpClient(this.http);
		this.endpoint.ifPresent(builder::endpointOverride);
		AccountHosts.apply(builder);
		return (SdkClient) builder.build();
	}

	private static AwsClientBuilder<?, ?> builder(Class<?> type) {
		try {
			return (AwsClientBuilder<?, ?>) type.getMethod("builder").invoke(null);
		}
		catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalArgumentException(type.getName() + " is not a client interface of the AWS SDK", ex);
		}
	}

	@Override
	public void close() {
		this.watch.close();
		this.clients.values().forEach(SdkClient::close);
		this.http.close();
		this.timer.shutdownNow();
	}

	private record Key(Class<? extends SdkClient> type, Region region) {

	}

}
