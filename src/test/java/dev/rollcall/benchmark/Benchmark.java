package dev.rollcall.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.rollcall.benchmark.Case.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures every {@link Case} several times and prints a table in Markdown. Counts are
 * exact; times are compared with what the server's own scenario makes unbeatable, and
 * with each other in one run of this program.
 *
 * <p>
 * System properties: {@code rollcall.benchmark.runs} (5), {@code rollcall.benchmark.only}
 * (a part of a case's name), {@code rollcall.java} (the program that runs nights),
 * {@code rollcall.benchmark.options} (what it is given, separated by spaces).
 */
public final class Benchmark {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String DATE = "2026-11-20";

	private final Path directory;

	private final String java = System.getProperty("rollcall.java", "java");

	private final List<String> options = List
		.of(System.getProperty("rollcall.benchmark.options", "-XX:+UseSerialGC -Xmx160m").split(" "));

	private final String jar = System.getProperty("rollcall.jar", "target/rollcall.jar");

	private final HttpClient http = HttpClient.newHttpClient();

	private Benchmark(Path directory) {
		this.directory = directory;
	}

	/** Runs the benchmark. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		int runs = Integer.getInteger("rollcall.benchmark.runs", 5);
		String only = System.getProperty("rollcall.benchmark.only", "");
		Benchmark benchmark = new Benchmark(Files.createTempDirectory("rollcall-benchmark-"));
		Map<Case, List<Measured>> results = new LinkedHashMap<>();
		for (int run = 1; run <= runs; run++) {
			for (Case night : Case.ALL) {
				if (night.name().contains(only)) {
					System.err.println("run %d of %d: %s".formatted(run, runs, night.name()));
					Measured measured = benchmark.measure(night);
					results.computeIfAbsent(night, (first) -> new ArrayList<>()).add(measured);
					System.err.println("  wall %.1f s, walk %.1f s, bound %s, calls × %.4f, %.0f MB".formatted(
							measured.wall(), measured.walk(), measured.bound(), measured.callsRatio(),
							measured.peakMegabytes()));
				}
			}
		}
		System.out.println(new Table(results, benchmark.machine()).text());
		benchmark.delete(benchmark.directory);
	}

	private String machine() throws IOException, InterruptedException {
		Process version = new ProcessBuilder(this.java, "-version").redirectErrorStream(true).start();
		String vm = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.skip(1)
			.findFirst()
			.orElse("");
		version.waitFor();
		return "%d cores, %s, `%s`".formatted(Runtime.getRuntime().availableProcessors(), vm,
				String.join(" ", this.options));
	}

	private Measured measure(Case night) throws IOException, InterruptedException {
		Path scenario = Files.writeString(this.directory.resolve("scenario.yaml"), night.scenario());
		Path ready = this.directory.resolve("simulate.out");
		Process server = new ProcessBuilder(this.java, "-XX:+UseSerialGC", "-jar", this.jar, "simulate", "--scenario",
				scenario.toString())
			.redirectOutput(ready.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			URI endpoint = endpoint(server, ready);
			double before = get(endpoint, "report").get("cpu_seconds").asDouble();
			return measure(night, endpoint, before);
		}
		finally {
			server.destroyForcibly().waitFor();
			delete(this.directory.resolve("out"));
		}
	}

	private static URI endpoint(Process server, Path ready) throws IOException {
		while (server.isAlive()) {
			Optional<String> line = Files.readAllLines(ready)
				.stream()
				.filter((text) -> text.startsWith("ready ") && text.length() > "ready ".length())
				.findFirst();
			if (line.isPresent()) {
				return URI.create(line.get().substring("ready ".length()));
			}
			Thread.onSpinWait();
		}
		throw new IllegalStateException("The server ended before it was ready");
	}

	private Measured measure(Case night, URI endpoint, double serverCpuBefore)
			throws IOException, InterruptedException {
		if (night.way() == Way.KILLED_NIGHT) {
			Watched killed = start(night, endpoint, "killed");
			killed.killWhen(() -> stagedFiles() >= 10);
		}
		long before = get(endpoint, "report").get("calls").asLong();
		Watched process = start(night, endpoint, "night");
		process.await();
		JsonNode report = get(endpoint, "report");
		((ObjectNode) report).put("cpu_seconds", report.get("cpu_seconds").asDouble() - serverCpuBefore);
		double repeated = (report.get("calls").asDouble() - report.get("least").get("calls").asDouble())
				/ report.get("least").get("calls").asDouble();
		Steps steps = Steps.read(process.log());
		return new Measured(process.wall(), (night.way() == Way.NIGHT) ? steps.walk() : process.wall(), process.cpu(),
				process.peakMegabytes(), rows() / steps.writing(), (before > 0) ? repeated : 0, report);
	}

	private Watched start(Case night, URI endpoint, String name) throws IOException {
		List<String> command = new ArrayList<>(List.of(this.java));
		if (night.way() == Way.NIGHT || night.way() == Way.KILLED_NIGHT) {
			command.addAll(this.options);
			command.addAll(List.of("-jar", this.jar, "run", "--date", DATE, "--out",
					this.directory.resolve("out").toString()));
		}
		else {
			command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "-cp", System.getProperty("java.class.path"),
					Contrast.class.getName(), night.way().name()));
		}
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment()
			.putAll(Map.of("AWS_ENDPOINT_URL", endpoint.toString(), "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
					"AWS_SECRET_ACCESS_KEY", "secret", "AWS_REGION", "us-east-1", "MALLOC_ARENA_MAX", "1"));
		return Watched.start(builder, this.directory.resolve(name + ".log"));
	}

	private long stagedFiles() {
		Path staging = this.directory.resolve("out/staging/snapshot_date=" + DATE + "/attempt=1");
		if (!Files.isDirectory(staging)) {
			return 0;
		}
		try (Stream<Path> files = Files.list(staging)) {
			return files.filter((file) -> file.toString().endsWith(".zip")).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The rows of the night, as its manifest counts them. */
	private double rows() throws IOException {
		Path out = this.directory.resolve("out/manifests");
		if (!Files.isDirectory(out)) {
			return 0;
		}
		try (Stream<Path> files = Files.walk(out)) {
			Path manifest = files.filter((file) -> file.endsWith("manifest.json")).findFirst().orElseThrow();
			double rows = 0;
			for (JsonNode object : JSON.readTree(manifest.toFile()).get("objects")) {
				rows += object.get("rows").asLong(0);
			}
			return rows;
		}
	}

	private JsonNode get(URI endpoint, String what) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/_rollcall/" + what))
			.timeout(Duration.ofMinutes(5))
			.build();
		return JSON.readTree(this.http.send(request, BodyHandlers.ofString()).body());
	}

	private void delete(Path path) throws IOException {
		if (Files.exists(path)) {
			try (Stream<Path> files = Files.walk(path)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	/** When the steps of a night began, as its log says. */
	private record Steps(Map<String, Instant> began, Instant ended) {

		static Steps read(Path log) throws IOException {
			Map<String, Instant> began = new LinkedHashMap<>();
			Instant last = Instant.EPOCH;
			for (String line : Files.readAllLines(log)) {
				if (line.startsWith("{\"@timestamp\"") && line.endsWith("}")) {
					JsonNode entry = JSON.readTree(line);
					last = OffsetDateTime.parse(entry.get("@timestamp").asString()).toInstant();
					if (entry.path("message").asString("").equals("step")) {
						began.put(entry.get("step").asString(), last);
					}
				}
			}
			return new Steps(began, last);
		}

		double walk() {
			return between("discover", "compact");
		}

		double writing() {
			return Math.max(0.001, between("compact", "render"));
		}

		private double between(String from, String to) {
			Instant begun = this.began.get(from);
			Instant done = this.began.get(to);
			return (begun != null && done != null) ? Duration.between(begun, done).toMillis() / 1000.0 : 0;
		}

	}

}
