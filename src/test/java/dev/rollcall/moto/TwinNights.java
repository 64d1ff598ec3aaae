package dev.rollcall.moto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rollcall.packaged.NightReader;
import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Server;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nights over one organization: as the simulator serves it, and rebuilt in moto.
 *
 * @param ids what stands in the original for each id of the rebuilt one
 */
record TwinNights(int simulatedExitCode, int rebuiltExitCode, NightReader simulated, NightReader rebuilt,
		Map<String, String> ids) {

	static final String SCRIPT = "src/test/python/moto_twin.py";

	/**
	 * moto has none of these, to ask for them would only take time; it makes no key of a
	 * given name, and does not say whether a bucket's policy is public.
	 */
	private static final String EXCLUDED = "access-analyzer,access-analyzer-findings,config-rules,config-rule-details,"
			+ "iam-centralized-root,cloudtrail-key,cloudtrail-bucket";

	/**
	 * Runs both nights, the first of them while its organization is being rebuilt.
	 * @param management the id of the management account
	 */
	static TwinNights run(String scenario, String management, List<String> regions, Path directory)
			throws IOException, InterruptedException {
		Path file = Files.writeString(directory.resolve("scenario.yaml"), scenario);
		try (Server simulator = Server.start(Program.command("simulate", "--port", "0", "--scenario", file.toString()),
				directory.resolve("simulator.log"))) {
			Process first = night("simulated", simulator, "AKIAIOSFODNN7EXAMPLE", "secret", management, regions,
					directory);
			Path map = directory.resolve("map.json");
			try (Server moto = Server.start(
					List.of("python3", SCRIPT, "--from", simulator.url(), "--port", "0", "--map", map.toString()),
					directory.resolve("moto.log"))) {
				JsonNode twin = JsonMapper.shared().readTree(map.toFile());
				int exitCode = first.waitFor();
				JsonNode caller = twin.get("caller");
				Process second = night("rebuilt", moto, caller.get("AccessKeyId").asString(),
						caller.get("SecretAccessKey").asString(), twin.get("ids").get(management).asString(), regions,
						directory);
				return new TwinNights(exitCode, second.waitFor(), new NightReader(directory.resolve("simulated")),
						new NightReader(directory.resolve("rebuilt")), originals(twin.get("ids")));
			}
			finally {
				first.destroyForcibly();
			}
		}
	}

	/**
	 * Starts a night that reads Organizations in the management account: in moto no
	 * delegated administrator may.
	 */
	private static Process night(String name, Server server, String accessKey, String secretKey, String management,
			List<String> regions, Path directory) throws IOException {
		Map<String, String> environment = Map.of("AWS_ENDPOINT_URL", server.url(), "AWS_ACCESS_KEY_ID", accessKey,
				"AWS_SECRET_ACCESS_KEY", secretKey, "AWS_REGION", regions.get(0), "ROLLCALL_EXCLUDE_SOURCES", EXCLUDED,
				"ROLLCALL_ORGANIZATION_ROLE_ARN", "arn:aws:iam::" + management + ":role/RollcallAudit");
		return new Program(environment, directory).start(name, "run", "--out", directory.resolve(name).toString(),
				"--date", "2026-11-20", "--backdate", "--regions", String.join(",", regions));
	}

	private static Map<String, String> originals(JsonNode ids) {
		Map<String, String> originals = new HashMap<>();
		ids.properties().forEach((id) -> originals.put(id.getValue().asString(), id.getKey()));
		return originals;
	}

	/** The rows of the simulator's night, sorted. */
	List<String> simulated(String sql) throws SQLException {
		return this.simulated.rows(sql).stream().sorted().toList();
	}

	/** The rows of moto's night under the simulator's ids, sorted. */
	List<String> rebuilt(String sql) throws SQLException {
		Pattern known = Pattern
			.compile(this.ids.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
		return this.rebuilt.rows(sql)
			.stream()
			.map((row) -> known.matcher(row)
				.replaceAll((id) -> Matcher.quoteReplacement(this.ids.getOrDefault(id.group(), id.group()))))
			.sorted()
			.toList();
	}

}
