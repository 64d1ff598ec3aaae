package dev.rollcall.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Secrets of twelve shapes are planted in the environment, the configuration and AWS's
 * answers, and looked for in all that nights say and leave behind, with all logging on.
 */
@Tag("once")
class SecretsIntegrationTests {

	private static final String CALLER = "AKIAIOSFODNN7EXAMPLE";

	/** A tag is evidence: it is shown as it is. */
	private static final String EVIDENCE = "ghp_EVIDENCE0123456789abcdefghijklmnopqrst";

	private static final Map<String, String> CANARIES = canaries();

	private static final String MESSAGE = """
			Cannot serve GET with Authorization: Bearer %s; AWS4-HMAC-SHA256 \
			Credential=%s/20261120/us-east-1/config/aws4_request, SignedHeaders=host;x-amz-date, Signature=%s
			x-amz-security-token: %s
			{"AccessKeyId":"%s","SecretAccessKey":"%s","externalId":"%s"} password=%s via \
			http://proxy:%s@proxy.internal:3128/ cookie %s, checked out with %s
			-----BEGIN RSA PRIVATE KEY-----
			%s
			-----END RSA PRIVATE KEY-----""".formatted(canary("bearer token"), canary("access key id"),
			canary("signature"), canary("session token"), canary("temporary access key id"),
			canary("secret access key"), canary("external id"), canary("database password"),
			canary("password of a URL"), canary("JSON Web Token"), canary("GitHub token"), canary("private key"));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private static Map<String, String> canaries() {
		Map<String, String> canaries = new LinkedHashMap<>();
		canaries.put("access key id", "AKIACANARY1CANARY1AA");
		canaries.put("temporary access key id", "ASIACANARY2CANARY2AA");
		canaries.put("secret access key", "cAnArY3SeCrEt/kEyAbCdEfGhIjKlMn+0123456X");
		canaries.put("session token", "IQoJb3JpZ2luX2VjCanary4" + "aB3/xY9+".repeat(20) + "==");
		canaries.put("external id", "canary-5-external-id");
		canaries.put("database password", "canary-6-database");
		canaries.put("JSON Web Token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnk3In0.Y2FuYXJ5N3NpZ25hdHVyZQ");
		canaries.put("private key", "MIIEpAIBAAKCAQEAcanary8" + "Zx8Qv2Lm".repeat(5));
		canaries.put("password of a URL", "canary-9-basic");
		canaries.put("bearer token", "canary.10-bearer_token");
		canaries.put("GitHub token", "ghp_canary11abcdefghijklmnopqrstuvwxyz012");
		canaries.put("signature", "ca0a12" + "0123456789abcdef".repeat(4).substring(6));
		return canaries;
	}

	private static String canary(String shape) {
		return CANARIES.getOrDefault(shape, "");
	}

	@Test
	void appearInNoLogAndNoObject() throws Exception {
		Path planted = Files.createDirectories(this.directory.resolve("planted"));
		Path said = Files.createDirectories(this.directory.resolve("said"));
		Path out = said.resolve("out");
		Path scenario = Files.writeString(planted.resolve("scenario.yaml"), """
				accounts: 6
				regions: [us-east-1]
				external-id: %s
				""".formatted(canary("external id")));
		Path config = Files.writeString(planted.resolve("config.yaml"), """
				# %s
				rollcall: {external-id: %s}
				""".formatted(canary("GitHub token"), canary("external id")));
		Set<String> looked = new TreeSet<>(CANARIES.values());
		looked.add(CALLER);
		try (Server organization = Server.start(Program.command("simulate", "--scenario", scenario.toString()),
				planted.resolve("simulate.err"))) {
			try (Echo echo = new Echo(organization.url(), MESSAGE, EVIDENCE, true)) {
				Result night = new Program(environment(echo), said).run("night", "run", "--config", config.toString(),
						"--out", out.toString(), "--date", "2026-11-20", "--backdate");
				assertThat(night.exitCode()).as(night.err()).isEqualTo(4);
				assertThat(night.out()).contains("\"level\":\"TRACE\"").doesNotContain("org.apache.http.wire");
				assertThat(echo.echoed()).isGreaterThan(10);
				looked.addAll(echo.tokens());
				Result unwritable = new Program(environment(echo), said).run("unwritable", "run", "--config",
						config.toString(), "--out", "s3://canaries/nights", "--date", "2026-11-20", "--backdate");
				assertThat(unwritable.exitCode()).as(unwritable.err()).isEqualTo(10);
			}
			try (Echo echo = new Echo(organization.url(), MESSAGE, EVIDENCE, false)) {
				Map<String, String> wire = environment(echo);
				wire.put("LOGGING_LEVEL_ORG_APACHE_HTTP_WIRE", "DEBUG");
				wire.put("LOGGING_LEVEL_ORG_APACHE_HTTP_HEADERS", "DEBUG");
				Result failed = new Program(wire, said).run("failed", "run", "--config", config.toString(), "--out",
						said.resolve("failed").toString(), "--date", "2026-11-20", "--backdate");
				assertThat(failed.exitCode()).as(failed.err()).isEqualTo(5);
				assertThat(failed.lastLine()).contains("[redacted]");
				Map<String, String> database = environment(echo);
				database.put("SPRING_DATASOURCE_URL",
						"jdbc:postgresql://127.0.0.1:1/rollcall?user=keeper&password=" + canary("database password"));
				Result unbooked = new Program(database, said).run("unbooked", "run", "--config", config.toString(),
						"--out", said.resolve("unbooked").toString(), "--date", "2026-11-20", "--backdate");
				assertThat(unbooked.exitCode()).as(unbooked.err()).isEqualTo(1);
			}
		}
		Map<String, String> texts = texts(said);
		assertThat(texts).hasSizeGreaterThan(30);
		assertThat(hits(texts, EVIDENCE)).anyMatch((name) -> name.startsWith("out/account/"))
			.anyMatch((name) -> name.contains(".xlsx!"))
			.noneMatch((name) -> name.endsWith(".out") || name.endsWith(".err"));
		int held = 0;
		for (Map.Entry<String, String> canary : CANARIES.entrySet()) {
			assertThat(hits(texts, canary.getValue())).as(canary.getKey()).isEmpty();
			held++;
		}
		for (String secret : looked) {
			assertThat(hits(texts, secret)).as(secret).isEmpty();
		}
		assertThat(new NightReader(out)
			.rows("SELECT DISTINCT error_message FROM {coverage} WHERE source = 'config-rules'"))
			.anyMatch((message) -> message.startsWith("Cannot serve GET") && message.contains("[redacted]"));
		System.out.printf("O secrets: %d injected, %d held (seed 0)%n", CANARIES.size(), held);
	}

	private static Map<String, String> environment(Echo echo) {
		Map<String, String> environment = new HashMap<>();
		environment.put("AWS_ENDPOINT_URL", "http://" + echo.authority());
		environment.put("AWS_ENDPOINT_URL_S3", "http://canary:" + canary("password of a URL") + "@" + echo.authority());
		environment.put("AWS_ACCESS_KEY_ID", CALLER);
		environment.put("AWS_SECRET_ACCESS_KEY", canary("secret access key"));
		environment.put("AWS_REGION", "us-east-1");
		environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", canary("JSON Web Token"));
		environment.put("AWS_BEARER_TOKEN_BEDROCK", canary("bearer token"));
		environment.put("HTTPS_PROXY", "http://canary:" + canary("password of a URL") + "@127.0.0.1:9");
		environment.put("GITHUB_TOKEN", canary("GitHub token"));
		environment.put("DEPLOY_KEY", "-----BEGIN RSA PRIVATE KEY-----\n" + canary("private key") + "\n-----END");
		environment.put("SPRING_DATASOURCE_PASSWORD", canary("database password"));
		environment.put("LOGGING_LEVEL_ROOT", "TRACE");
		environment.put("LOGGING_LEVEL_DEV_ROLLCALL", "TRACE");
		environment.put("LOGGING_LEVEL_COM_ZAXXER_HIKARI", "TRACE");
		environment.put("LOGGING_LEVEL_ORG_POSTGRESQL", "TRACE");
		return environment;
	}

	private static List<String> hits(Map<String, String> texts, String secret) {
		return texts.entrySet()
			.stream()
			.filter((text) -> text.getValue().contains(secret))
			.map((text) -> text.getKey() + ": " + around(text.getValue(), secret))
			.toList();
	}

	private static String around(String text, String secret) {
		int at = text.indexOf(secret);
		return text.substring(Math.max(0, at - 200), at) + "<here>";
	}

	/** Everything that was said and kept, as text. */
	private static Map<String, String> texts(Path kept) throws IOException, SQLException {
		Map<String, String> texts = new TreeMap<>();
		List<Path> files = new ArrayList<>();
		try (Stream<Path> found = Files.walk(kept)) {
			found.filter(Files::isRegularFile).forEach(files::add);
		}
		for (Path file : files) {
			read(kept.relativize(file).toString(), Files.readAllBytes(file), file, texts);
		}
		return texts;
	}

	private static void read(String name, byte[] content, Path file, Map<String, String> texts)
			throws IOException, SQLException {
		texts.put(name, new String(content, StandardCharsets.UTF_8));
		if (name.endsWith(".parquet")) {
			texts.put(name + "!", String.join("\n", new NightReader(file)
				.rows("SELECT * FROM read_parquet('" + file + "', hive_partitioning = false)")));
		}
		if (content.length > 2 && content[0] == 'P' && content[1] == 'K') {
			try (ZipFile zip = new ZipFile(file.toFile())) {
				for (ZipEntry entry : Collections.list(zip.entries())) {
					byte[] part = zip.getInputStream(entry).readAllBytes();
					Path copy = Files.createTempFile(file.getParent(), "part-", ".copy");
					read(name + "!" + entry.getName(), part, Files.write(copy, part), texts);
				}
			}
		}
	}

}
