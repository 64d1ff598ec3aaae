package dev.rollcall.moto;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organization that moto serves, and the truth about it. */
public final class MotoOrganization implements AutoCloseable {

	static final String SCRIPT = "../shared/peers/moto_org.py";

	private static final String FURNISH = "src/test/python/moto_detective.py";

	public static final List<String> REGIONS = List.of("ap-northeast-1", "eu-west-1", "us-east-1");

	static final int MEMBERS = 12;

	private final Process server;

	private final URI endpoint;

	private final JsonNode truth;

	private final @Nullable SecurityHubFront securityHub;

	private MotoOrganization(Process server, URI endpoint, JsonNode truth, @Nullable SecurityHubFront securityHub) {
		this.server = server;
		this.endpoint = endpoint;
		this.truth = truth;
		this.securityHub = securityHub;
	}

	public static MotoOrganization start(int seed, Path directory) throws IOException {
		int port = freePort();
		Path expect = directory.resolve("truth-" + seed + ".json");
		Process server = new ProcessBuilder("python3", SCRIPT, "--port", String.valueOf(port), "--seed",
				String.valueOf(seed), "--accounts", String.valueOf(MEMBERS), "--regions", String.join(",", REGIONS),
				"--expect", expect.toString())
			.redirectError(directory.resolve("moto-" + seed + ".log").toFile())
			.start();
		BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
		String line = out.readLine();
		if (line == null || !line.startsWith("ready")) {
			server.destroyForcibly();
			throw new IOException("moto said '" + line + "' where 'ready' was expected");
		}
		return new MotoOrganization(server, URI.create("http://127.0.0.1:" + port),
				JsonMapper.shared().readTree(expect.toFile()), null);
	}

	/**
	 * An organization that has detective services and the basics of accounts as well, and
	 * accounts that administer them.
	 */
	static MotoOrganization furnished(int seed, Path directory) throws IOException, InterruptedException {
		MotoOrganization bare = start(seed, directory);
		Path expect = directory.resolve("furnished-" + seed + ".json");
		Path log = directory.resolve("furnish-" + seed + ".log");
		int exitCode = new ProcessBuilder("python3", FURNISH, "--truth",
				directory.resolve("truth-" + seed + ".json").toString(), "--expect", expect.toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start()
			.waitFor();
		if (exitCode != 0) {
			bare.close();
			throw new IOException(FURNISH + " said " + Files.readString(log));
		}
		JsonNode truth = JsonMapper.shared().readTree(expect.toFile());
		return new MotoOrganization(bare.server, bare.endpoint, truth, front(bare.endpoint, truth));
	}

	/** Security Hub is moto's own where the truth does not say who administers it. */
	private static @Nullable SecurityHubFront front(URI endpoint, JsonNode truth) throws IOException {
		JsonNode accounts = truth.get("accounts");
		JsonNode administrator = accounts.get(truth.get("delegated_administrator").asString());
		return administrator.has("securityhub_type") ? new SecurityHubFront(endpoint,
				accounts.get(truth.get("management_account").asString()), administrator) : null;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** The environment in which the program meets this organization. */
	public Map<String, String> environment() {
		return Map.of("AWS_ENDPOINT_URL", this.endpoint.toString(), "AWS_ENDPOINT_URL_SECURITYHUB",
				(this.securityHub != null) ? this.securityHub.endpoint() : this.endpoint.toString(),
				"AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_REGION",
				"us-east-1");
	}

	/** The truth about each account, by id. */
	public Map<String, JsonNode> accounts() {
		Map<String, JsonNode> accounts = new TreeMap<>();
		this.truth.get("accounts").properties().forEach((entry) -> accounts.put(entry.getKey(), entry.getValue()));
		return accounts;
	}

	String managementAccount() {
		return this.truth.get("management_account").asString();
	}

	/** The truth about an account. */
	JsonNode account(String id) {
		return this.truth.get("accounts").get(id);
	}

	/** The truth about an account in a Region. */
	JsonNode place(String account, String region) {
		return account(account).get("regions").get(region);
	}

	boolean isActive(String account) {
		return account(account).get("state").asString().equals("ACTIVE");
	}

	/**
	 * Who administers a service in a Region by the service's own list; null where it does
	 * not say.
	 * @param service {@code guardduty} or {@code securityhub}
	 */
	@Nullable List<String> administrators(String service, String region) {
		JsonNode listed = place(managementAccount(), region).get(service + "_administrators");
		return (listed != null) ? listed.valueStream().map(JsonNode::asString).toList() : null;
	}

	/** Who administers a service in a Region of which its own list says so. */
	List<String> listed(String service, String region) {
		return Objects.requireNonNull(administrators(service, region), service);
	}

	/** What GuardDuty is to look at; null where nobody says otherwise. */
	@Nullable List<String> featuresWanted() {
		JsonNode wanted = this.truth.get("features_wanted");
		return wanted.isNull() ? null : wanted.valueStream().map(JsonNode::asString).toList();
	}

	/** Who administers a service by Organizations' list. */
	Set<String> delegated(String service) {
		return this.truth.get("delegated")
			.get(service)
			.valueStream()
			.map(JsonNode::asString)
			.collect(Collectors.toSet());
	}

	S3Client s3() {
		return S3Client.builder()
			.endpointOverride(this.endpoint)
			.forcePathStyle(true)
			.region(Region.US_EAST_1)
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")))
			.build();
	}

	/** A text of the truth; null where it says null. */
	static @Nullable String text(JsonNode node, String field) {
		JsonNode value = node.get(field);
		return (value == null || value.isNull()) ? null : value.asString();
	}

	@Override
	public void close() {
		if (this.securityHub != null) {
			this.securityHub.close();
		}
		this.server.destroyForcibly();
	}

}
