package dev.rollcall.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.rollcall.simulator.Outcome.Answered;
import dev.rollcall.simulator.Outcome.Drip;
import dev.rollcall.simulator.Outcome.Reset;
import dev.rollcall.simulator.Outcome.Silence;
import dev.rollcall.simulator.wire.HttpCall;
import dev.rollcall.simulator.wire.HttpReply;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicResponseProducer;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running simulated organization, on loopback. A call that takes time holds no thread
 * while it does.
 */
public final class SimulatedOrganization implements AutoCloseable {

	/** The access key of the audit account's own identity. */
	public static final String ACCESS_KEY = Sessions.CALLER_KEY;

	/** Its secret, which is not looked at: signatures are read, not checked. */
	public static final String SECRET_KEY = "secret";

	private static final Logger logger = LoggerFactory.getLogger(SimulatedOrganization.class);

	/** Requests about the server itself; no bucket's name begins like this. */
	private static final String OWN = "/_rollcall/";

	private final Frontend frontend;

	private final ServerReport report;

	private final HttpAsyncServer server;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "simulated-latency");
		thread.setDaemon(true);
		return thread;
	});

	private final Map<SocketAddress, IOSession> connections = new ConcurrentHashMap<>();

	private final URI endpoint;

	private SimulatedOrganization(Scenario scenario, int port, Clock clock) {
		this.frontend = new Frontend(scenario, clock);
		this.report = new ServerReport(this.frontend, scenario);
		this.server = AsyncServerBootstrap.bootstrap()
			.setIOReactorConfig(IOReactorConfig.custom()
				.setIoThreadCount(Math.min(4, Runtime.getRuntime().availableProcessors()))
				.setTcpNoDelay(true)
				.setSoReuseAddress(true)
				.setBacklogSize(4096)
				.build())
			.setIOSessionDecorator(this::remember)
			.setExceptionCallback((failure) -> logger.debug("A connection failed", failure))
			.setRequestRouter((request, context) -> () -> new BasicServerExchangeHandler<>(new Handler()))
			.create();
		this.server.start();
		this.endpoint = URI.create("http://127.0.0.1:" + listen(port));
	}

	/**
	 * Starts to serve.
	 * @param port on loopback; 0 for any
	 * @param clock by which sessions expire
	 * @throws UncheckedIOException where the port is taken
	 */
	public static SimulatedOrganization start(Scenario scenario, int port, Clock clock) {
		return new SimulatedOrganization(scenario, port, clock);
	}

	private int listen(int port) {
		try {
			ListenerEndpoint listening = this.server
				.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), URIScheme.HTTP)
				.get();
			return ((InetSocketAddress) listening.getAddress()).getPort();
		}
		catch (ExecutionException ex) {
			close();
			throw new UncheckedIOException("127.0.0.1:" + port + " cannot be listened on: " + ex.getCause(),
					new IOException(ex.getCause()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while starting to listen", ex);
		}
	}

	/** Where AWS clients are to be pointed at. */
	public URI endpoint() {
		return this.endpoint;
	}

	/** The calls answered so far, by {@code service:Operation}. */
	public Map<String, Long> callsByOperation() {
		return this.frontend.counts().byOperation();
	}

	private IOSession remember(IOSession session) {
		SocketAddress peer = session.getRemoteAddress();
		if (peer != null) {
			this.connections.put(peer, session);
			this.connections.values().removeIf((open) -> open.getStatus() == IOSession.Status.CLOSED);
		}
		return session;
	}

	/** Ends, and throws away what was put into the bucket. */
	@Override
	public void close() {
		this.server.close(CloseMode.IMMEDIATE);
		this.timer.shutdownNow();
		this.frontend.close();
	}

	private final class Handler implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {

		@Override
		public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(HttpRequest request, EntityDetails entity,
				HttpContext context) {
			return new BasicRequestConsumer<>((entity != null) ? new BasicAsyncEntityConsumer() : null);
		}

		@Override
		public void handle(Message<HttpRequest, byte[]> message, ResponseTrigger trigger, HttpContext context)
				throws HttpException, IOException {
			HttpCall call = call(message);
			Outcome outcome = call.path().startsWith(OWN)
					? new Answered(SimulatedOrganization.this.report.answer(call, OWN), Duration.ZERO)
					: SimulatedOrganization.this.frontend.answer(call);
			if (outcome instanceof Answered answered) {
				send(answered, trigger, context);
			}
			else if (outcome instanceof Drip drip) {
				trigger.submitResponse(new BasicResponseProducer(head(drip.reply()),
						new DrippingEntity(drip.reply().body(), SimulatedOrganization.this.timer)), context);
			}
			else if (outcome instanceof Reset) {
				reset(context);
			}
			else if (outcome instanceof Silence) {
				logger.debug("{} {} is never answered", call.method(), call.path());
			}
		}

		private static HttpCall call(Message<HttpRequest, byte[]> message) {
			Map<String, String> headers = new HashMap<>();
			message.getHead()
				.headerIterator()
				.forEachRemaining(
						(header) -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
			byte[] body = (message.getBody() != null) ? message.getBody() : new byte[0];
			return HttpCall.of(message.getHead().getMethod(), message.getHead().getRequestUri(), headers, body);
		}

		private void send(Answered answered, ResponseTrigger trigger, HttpContext context)
				throws HttpException, IOException {
			if (answered.after().isZero()) {
				send(answered.reply(), trigger, context);
				return;
			}
			SimulatedOrganization.this.timer.schedule(() -> {
				try {
					send(answered.reply(), trigger, context);
				}
				catch (HttpException | IOException ex) {
					logger.debug("The caller did not wait", ex);
				}
			}, answered.after().toNanos(), TimeUnit.NANOSECONDS);
		}

		private static void send(HttpReply reply, ResponseTrigger trigger, HttpContext context)
				throws HttpException, IOException {
			boolean empty = List.of(204, 304).contains(reply.status());
			trigger.submitResponse(new BasicResponseProducer(head(reply),
					empty ? null : new BasicAsyncEntityProducer(reply.body(), null)), context);
		}

		private static BasicHttpResponse head(HttpReply reply) {
			BasicHttpResponse response = new BasicHttpResponse(reply.status());
			reply.headers().forEach(response::addHeader);
			return response;
		}

		private void reset(HttpContext context) {
			SocketAddress peer = HttpCoreContext.cast(context).getEndpointDetails().getRemoteAddress();
			IOSession connection = SimulatedOrganization.this.connections.remove(peer);
			if (connection != null) {
				connection.close(CloseMode.IMMEDIATE);
			}
		}

	}

}
