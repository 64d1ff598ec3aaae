package dev.rollcall.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An endpoint of a few lines that keeps what it is sent. */
public final class Listener implements AutoCloseable {

	private final HttpServer server;

	private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private Listener(HttpServer server) {
		this.server = server;
	}

	/** One that answers each request alike. */
	public static Listener answering(int status, String body) {
		return start((listener, exchange) -> {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
	}

	/** One that takes requests and answers none until it is closed. */
	static Listener silent() {
		return start((listener, exchange) -> {
			try {
				listener.closed.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			exchange.close();
		});
	}

	private static Listener start(Answer answer) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			Listener listener = new Listener(server);
			server.setExecutor(Executors.newCachedThreadPool());
			server.createContext("/", (exchange) -> {
				listener.received.add(new Received(exchange.getRequestURI().getPath(),
						exchange.getRequestHeaders().getFirst("Content-Type"),
						exchange.getRequestBody().readAllBytes()));
				answer.give(listener, exchange);
			});
			server.start();
			return listener;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** All that it was sent. */
	public List<Received> received() {
		return List.copyOf(this.received);
	}

	/** The one thing that it was sent. */
	public Received only() {
		List<Received> all = received();
		if (all.size() != 1) {
			throw new AssertionError("It was sent " + all.size() + " requests");
		}
		return all.get(0);
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	/** A request. */
	public record Received(String path, String type, byte[] body) {

		String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

		/** What a form says, by name. */
		public Map<String, String> form() {
			return Arrays.stream(text().split("&"))
				.map((pair) -> pair.split("=", 2))
				.collect(Collectors.toMap((pair) -> pair[0],
						(pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
		}

	}

	private interface Answer {

		void give(Listener listener, HttpExchange exchange) throws IOException;

	}

}
