package dev.rollcall.moto;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Security Hub before moto: answers from the truth who administers it and where its
 * findings come together, of which moto knows nothing, and leaves all else to moto.
 */
final class SecurityHubFront implements AutoCloseable {

	/** What HttpClient sets itself. */
	private static final Set<String> OWN_HEADERS = Set.of("connection", "content-length", "expect", "host", "upgrade");

	private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d{8}/(?<region>[^/]+)/");

	private static final String AGGREGATOR = "/findingAggregator/";

	private final URI moto;

	private final JsonNode management;

	private final JsonNode administrator;

	private final HttpClient client = HttpClient.newHttpClient();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final HttpServer server;

	/**
	 * Starts to serve on loopback.
	 * @param management the truth of the management account
	 * @param administrator the truth of the account that moto lets configure Security Hub
	 */
	SecurityHubFront(URI moto, JsonNode management, JsonNode administrator) throws IOException {
		this.moto = moto;
		this.management = management;
		this.administrator = administrator;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String endpoint() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			if (path.equals("/organization/admin")) {
				write(exchange, administrators(region(exchange)));
			}
			else if (path.equals(AGGREGATOR + "list")) {
				write(exchange, Map.of("FindingAggregators", aggregators()));
			}
			else if (path.startsWith(AGGREGATOR + "get/")) {
				write(exchange, aggregator());
			}
			else {
				pass(exchange);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Map<String, Object> administrators(String region) {
		return Map.of("AdminAccounts",
				this.management.get("regions")
					.get(region)
					.get("securityhub_administrators")
					.valueStream()
					.map((account) -> Map.of("AccountId", account.asString(), "Status", "ENABLED"))
					.toList());
	}

	private List<Map<String, String>> aggregators() {
		return (home() != null) ? List.of(Map.of("FindingAggregatorArn", arn())) : List.of();
	}

	private Map<String, String> aggregator() {
		return Map.of("FindingAggregatorArn", arn(), "FindingAggregationRegion", String.valueOf(home()),
				"RegionLinkingMode", "ALL_REGIONS");
	}

	private @Nullable String home() {
		return MotoOrganization.text(this.administrator, "securityhub_home");
	}

	private String arn() {
		return "arn:aws:securityhub:" + home() + ":123456789012:finding-aggregator/1";
	}

	private static String region(HttpExchange exchange) {
		Matcher scope = SCOPE.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
		if (!scope.find()) {
			throw new IllegalStateException("A request without the scope of its signature");
		}
		return scope.group("region");
	}

	private static void write(HttpExchange exchange, Object answer) throws IOException {
		write(exchange, 200, "application/json",
				JsonMapper.shared().writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
	}

	private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
	}

	private void pass(HttpExchange exchange) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.moto.resolve(exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		HttpResponse<byte[]> response = this.client.send(request.build(), BodyHandlers.ofByteArray());
		response.headers()
			.map()
			.forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
		write(exchange, response.statusCode(),
				response.headers().firstValue("Content-Type").orElse("application/octet-stream"), response.body());
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}
