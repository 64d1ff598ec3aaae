package dev.rollcall.moto;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

	public static final List<String> REGIONS = List.of("ap-northeast-1", "eu-west-1", "us-east-1");

	static final int MEMBERS = 12;

	private final Process server;

	private final URI endpoint;

	private final JsonNode truth;

	private MotoOrganization(Process server, URI endpoint, JsonNode truth) {
		this.server = server;
		this.endpoint = endpoint;
		this.truth = truth;
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
				JsonMapper.shared().readTree(expect.toFile()));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** The environment in which the program meets this organization. */
	public Map<String, String> environment() {
		return Map.of("AWS_ENDPOINT_URL", this.endpoint.toString(), "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
				"AWS_SECRET_ACCESS_KEY", "secret", "AWS_REGION", "us-east-1");
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
		this.server.destroyForcibly();
	}

}
