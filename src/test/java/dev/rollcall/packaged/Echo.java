package dev.rollcall.packaged;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands between the program and the simulated organization, and answers some calls with
 * an error that repeats what the caller would rather have kept to itself.
 */
final class Echo implements AutoCloseable {

	/** What the JDK sets itself. */
	private static final Set<String> OWN_HEADERS = Set.of("host", "connection", "content-length", "expect", "upgrade",
			"transfer-encoding");

	private static final Pattern SCOPE = Pattern.compile("Credential=(\\w+)/\\d+/[\\w-]+/([\\w-]+)/aws4_request");

	private final HttpServer server;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI behind;

	private final String message;

	private final String tag;

	private final boolean lists;

	private final AtomicInteger echoed = new AtomicInteger();

	private final Set<String> tokens = new ConcurrentSkipListSet<>();

	/**
	 * Starts to serve.
	 * @param message of its errors
	 * @param tag the value of each account's tag, which is evidence
	 * @param lists whether the organization's accounts can be listed
	 */
	Echo(String behind, String message, String tag, boolean lists) throws IOException {
		this.behind = URI.create(behind);
		this.message = message;
		this.tag = tag;
		this.lists = lists;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newCachedThreadPool());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String authority() {
		return "127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** How many errors were answered. */
	int echoed() {
		return this.echoed.get();
	}

	/** The session tokens and keys that the program signed with. */
	Set<String> tokens() {
		return this.tokens;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			Matcher scope = SCOPE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
			String service = scope.find() ? scope.group(2) : "";
			String token = exchange.getRequestHeaders().getFirst("X-Amz-Security-Token");
			if (token != null) {
				this.tokens.add(token);
				this.tokens.add(scope.group(1));
			}
			answer(exchange, service, new String(body, StandardCharsets.ISO_8859_1), body);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void answer(HttpExchange exchange, String service, String text, byte[] body)
			throws IOException, InterruptedException {
		String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
		if (target.endsWith(".ListTagsForResource")) {
			send(exchange, 200, "{\"Tags\":[{\"Key\":\"environment\",\"Value\":" + json(this.tag) + "}]}");
		}
		else if (service.equals("config") || (!this.lists && target.endsWith(".ListAccounts"))) {
			echo(exchange, "{\"__type\":\"ValidationException\",\"message\":" + json(this.message) + "}");
		}
		else if (service.equals("access-analyzer")) {
			exchange.getResponseHeaders().set("x-amzn-ErrorType", "ValidationException");
			echo(exchange, "{\"message\":" + json(this.message) + "}");
		}
		else if (service.equals("s3")) {
			echo(exchange, "<Error><Code>AccessDenied</Code><Message>" + xml(this.message) + "</Message></Error>");
		}
		else if (text.contains("Action=GetAccountSummary") || text.contains("Action=AssumeRole&") && isOdd(text)) {
			echo(exchange, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>"
					+ xml(this.message) + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");
		}
		else {
			pass(exchange, body);
		}
	}

	/** Every other account cannot be entered. */
	private static boolean isOdd(String assumeRole) {
		Matcher account = Pattern.compile("iam%3A%3A\\d{11}([13579])").matcher(assumeRole);
		return account.find();
	}

	private void echo(HttpExchange exchange, String body) throws IOException {
		this.echoed.incrementAndGet();
		send(exchange, 403, body);
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.behind.resolve(exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
		copy(exchange.getRequestHeaders(), request::header);
		HttpResponse<byte[]> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		copy(response.headers().map(), exchange.getResponseHeaders()::add);
		exchange.sendResponseHeaders(response.statusCode(), (response.body().length > 0) ? response.body().length : -1);
		if (response.body().length > 0) {
			exchange.getResponseBody().write(response.body());
		}
	}

	private static void copy(Map<String, ? extends Iterable<String>> headers, HeaderSink sink) {
		headers.forEach((name, values) -> {
			if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> sink.add(name, value));
			}
		});
	}

	private static void copy(Headers headers, HeaderSink sink) {
		copy(Map.copyOf(headers), sink);
	}

	private static String json(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
	}

	private static String xml(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/** Takes headers. */
	@FunctionalInterface
	private interface HeaderSink {

		void add(String name, String value);

	}

}
