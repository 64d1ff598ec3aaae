package dev.rollcall.packaged;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A night with gaps, and its top-up where nothing stands in the way any longer. */
@Tag("once")
class TopUpIntegrationTests {

	private static final String DENIED = "347190200831";

	private static final String UNTAGGED = "583258178329";

	private static final String ORGANIZATION = "accounts: 30\ncast: 4\nregions: 3\n";

	/**
	 * Every dataset whose rows are asked for, and what may differ in each: an account
	 * that answered for itself, for its owner could not, is asked no more.
	 */
	private static final Map<String, String> COMPARED = Map.of("coverage",
			"attempt, collected_at, request_id, calls, retries, duration_ms, unread_reason, answered_by_account,"
					+ " answered_by_source",
			"account", "attempt", "analyzer", "attempt, collected_at", "external_access", "attempt, collected_at",
			"config_rule_compliance", "attempt, collected_at", "trail", "attempt, collected_at, latest_delivery_at",
			"centralized_root", "attempt, collected_at", "finding", "attempt, reason");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void asksTheGapsAndKeepsTheRest() throws Exception {
		Path out = this.directory.resolve("out");
		Path whole = this.directory.resolve("whole");
		String faults = """
				faults:
				  - {account: "%s", fault: access-denied}
				  - {operation: "access-analyzer:ListFindings", region: us-east-1, fault: access-denied}
				  - {operation: "organizations:ListDelegatedAdministrators", fault: access-denied}
				  - {operation: "organizations:ListTagsForResource", account: "%s", fault: access-denied}
				""".formatted(DENIED, UNTAGGED);
		try (Server server = simulate("broken", ORGANIZATION + faults)) {
			assertThat(run(server, "first", out).exitCode()).isEqualTo(4);
		}
		try (Server server = simulate("mended", ORGANIZATION)) {
			assertThat(run(server, "topped-up", out, "--top-up").exitCode()).isZero();
			// Whether the trails' bucket is management's is asked first: their trail is.
			// Who
			// may ask about contacts was not known.
			assertThat(operations(server)).containsExactlyInAnyOrder("access-analyzer:ListFindings",
					"account:GetAlternateContact", "organizations:ListDelegatedAdministrators",
					"organizations:ListDelegatedServicesForAccount",
					"organizations:ListAWSServiceAccessForOrganization", "organizations:ListTagsForResource",
					"sts:AssumeRole", "sts:GetCallerIdentity", "iam:ListOrganizationsFeatures",
					"config:DescribeConfigurationAggregators", "config:DescribeConfigurationAggregatorSourcesStatus",
					"s3:GetPublicAccessBlock");
			assertThat(run(server, "whole", whole).exitCode()).isZero();
		}
		for (Map.Entry<String, String> dataset : COMPARED.entrySet()) {
			String rows = "SELECT * EXCLUDE (run_id, " + dataset.getValue() + ") FROM {" + dataset.getKey()
					+ "}%s ORDER BY ALL";
			assertThat(new NightReader(out).rows(rows.formatted(" WHERE attempt = 2"))).as(dataset.getKey())
				.isEqualTo(new NightReader(whole).rows(rows.formatted("")));
		}
		assertThat(new NightReader(out).rows("""
				SELECT DISTINCT one.collected_at = two.collected_at FROM {coverage} one
				JOIN {coverage} two USING (account_id, region, source)
				WHERE one.attempt = 1 AND two.attempt = 2
				AND NOT one.gap""")).containsExactly("true");
	}

	private Server simulate(String name, String scenario) throws IOException {
		Path file = Files.writeString(this.directory.resolve(name + ".yaml"), scenario);
		return Server.start(Program.command("simulate", "--port", "0", "--scenario", file.toString()),
				this.directory.resolve(name + ".log"));
	}

	private Result run(Server server, String name, Path out, String... more) throws Exception {
		Program program = new Program(Map.of("AWS_ENDPOINT_URL", server.url(), "AWS_ACCESS_KEY_ID",
				"AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_REGION", "us-east-1"), this.directory);
		List<String> arguments = new ArrayList<>(
				List.of("run", "--out", out.toString(), "--date", "2026-11-20", "--backdate"));
		arguments.addAll(List.of(more));
		return program.run(name, arguments.toArray(String[]::new));
	}

	/** What was called of others than the account that answered nothing before. */
	private static Set<String> operations(Server server) throws Exception {
		HttpResponse<String> calls = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(server.url() + "/_rollcall/calls")).build(),
					HttpResponse.BodyHandlers.ofString());
		Set<String> asked = new TreeSet<>();
		for (JsonNode call : JsonMapper.shared().readTree(calls.body())) {
			String operation = call.path("operation").asString();
			if (!call.path("account_id").asString().equals(DENIED)) {
				asked.add(operation);
			}
		}
		return asked;
	}

}
