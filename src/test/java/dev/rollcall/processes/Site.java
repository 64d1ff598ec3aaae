package dev.rollcall.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated organization with its bucket, in a process of its own. */
final class Site implements AutoCloseable {

	static final String BUCKET = "rollcall-audit";

	/** Of the small organization. */
	static final int ACCOUNTS = 30;

	/**
	 * Small, quick and without gaps: what is tried is the program, not the organization.
	 */
	static final String SMALL = """
			accounts: %d
			cast: 2
			regions: 2
			latency: {median: 20ms, stragglers: 0, black-holes: 0}
			""".formatted(ACCOUNTS);

	/**
	 * Who runs in the background of a shell does not listen to SIGINT, nor its children.
	 */
	private static final List<String> LISTENING = List.of("env", "--default-signal=INT");

	private final AtomicInteger copies = new AtomicInteger();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Server server;

	private final S3Client s3;

	private Site(Server server) {
		this.server = server;
		this.s3 = S3Client.builder()
			.endpointOverride(URI.create(server.url()))
			.forcePathStyle(true)
			.region(Region.US_EAST_1)
			.httpClientBuilder(ApacheHttpClient.builder())
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")))
			.build();
	}

	/**
	 * Starts one.
	 * @param directory for its log
	 */
	static Site start(String scenario, Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("scenario.yaml"), scenario);
		return new Site(Server.start(Program.command("simulate", "--port", "0", "--scenario", file.toString()),
				directory.resolve("simulator.log")));
	}

	/** The environment in which the program meets this organization. */
	private Map<String, String> environment() {
		return Map.of("AWS_ENDPOINT_URL", this.server.url(), "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
				"AWS_SECRET_ACCESS_KEY", "secret", "AWS_REGION", "us-east-1");
	}

	/**
	 * The program, with temporary files under a directory, where they can be deleted
	 * after a kill.
	 */
	Program program(Path directory) throws IOException {
		return program(directory, Files.createDirectories(directory.resolve("tmp")), List.of(), List.of());
	}

	/**
	 * The program under conditions.
	 * @param directory for what it says
	 * @param temporary for its temporary files
	 * @param before a command that becomes the program
	 * @param options more of the virtual machine's
	 */
	Program program(Path directory, Path temporary, List<String> before, List<String> options) {
		List<String> all = new ArrayList<>(List.of("-Djava.io.tmpdir=" + temporary));
		all.addAll(options);
		List<String> prefix = new ArrayList<>(LISTENING);
		prefix.addAll(before);
		return new Program(environment(), directory, prefix, all);
	}

	S3Client s3() {
		return this.s3;
	}

	/**
	 * Where a trial's nights are kept.
	 * @param directory the trial's
	 * @param bucket whether in the bucket
	 */
	Nights nights(Path directory, boolean bucket) {
		return bucket
				? Nights.in(this.s3, directory.getFileName().toString().toLowerCase(Locale.ROOT),
						directory.resolve("copy-" + this.copies.incrementAndGet()))
				: Nights.in(directory.resolve("out"));
	}

	/**
	 * Counts calls anew, once those that a dead process had begun are answered.
	 */
	void countAnew() throws IOException, InterruptedException {
		long before = -1;
		long calls = calls();
		for (int quiet = 0; quiet < 3; quiet = (calls == before) ? quiet + 1 : 0) {
			before = calls;
			Thread.sleep(100);
			calls = calls();
		}
		send(HttpRequest.newBuilder(own("reset")).POST(HttpRequest.BodyPublishers.noBody()).build());
	}

	private long calls() throws IOException, InterruptedException {
		long sum = 0;
		for (JsonNode row : send(HttpRequest.newBuilder(own("calls")).build())) {
			sum += row.get("operation").asString().startsWith("s3:") ? 0 : row.get("calls").asLong();
		}
		return sum;
	}

	/** The operations that each account was called with. */
	Map<String, Set<String>> called() throws IOException, InterruptedException {
		Map<String, Set<String>> called = new TreeMap<>();
		for (JsonNode row : send(HttpRequest.newBuilder(own("calls")).build())) {
			called.computeIfAbsent(row.get("account_id").asString(), (first) -> new TreeSet<>())
				.add(row.get("operation").asString());
		}
		return called;
	}

	private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
		return JsonMapper.shared().readTree(this.http.send(request, BodyHandlers.ofByteArray()).body());
	}

	private URI own(String path) {
		return URI.create(this.server.url() + "/_rollcall/" + path);
	}

	@Override
	public void close() {
		this.s3.close();
		this.server.close();
	}

}
