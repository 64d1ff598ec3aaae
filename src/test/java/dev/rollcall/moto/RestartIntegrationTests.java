package dev.rollcall.moto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import dev.rollcall.packaged.NightReader;
import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A night that is killed while it collects, and started again. */
@RequiresMoto
@Tag("once")
class RestartIntegrationTests {

	/** What may differ between a resumed night and an uninterrupted one. */
	private static final List<String> COMPARED = List.of("""
			SELECT * EXCLUDE (run_id, collected_at, request_id, calls, retries, duration_ms, unread_reason)
			FROM {coverage} ORDER BY ALL""", "SELECT * EXCLUDE (run_id) FROM {account} ORDER BY account_id",
			"SELECT * EXCLUDE (run_id, collected_at) FROM {config_recorder} ORDER BY ALL",
			"SELECT * EXCLUDE (run_id, collected_at, latest_delivery_at) FROM {trail} ORDER BY ALL",
			"SELECT * EXCLUDE (run_id) FROM {trail_coverage} ORDER BY account_id, region",
			"SELECT * EXCLUDE (run_id, report_hours) FROM {root_user} ORDER BY account_id",
			"SELECT * EXCLUDE (run_id, reason) FROM {finding} ORDER BY ALL",
			"SELECT * EXCLUDE (run_id) FROM {control} ORDER BY control_id");

	@Test
	void walksOnlyTheMissingAccountsAfterAKill(@TempDir Path directory) throws Exception {
		try (MotoOrganization organization = MotoOrganization.start(4, directory)) {
			Program program = new Program(organization.environment(), directory);
			Path killed = directory.resolve("killed");
			Process first = program.start("first", run(killed));
			awaitStagedAccounts(killed, first);
			first.destroyForcibly().waitFor();
			Set<String> held = stagedAccounts(killed);
			Result second = program.run("second", run(killed));
			assertThat(second.exitCode()).isEqualTo(4);
			Set<String> called = called(directory.resolve("second.out"));
			assertThat(called).isNotEmpty().doesNotContainAnyElementsOf(held);
			called.addAll(held);
			assertThat(called).containsAll(active(organization));
			Path whole = directory.resolve("whole");
			assertThat(program.run("whole", run(whole)).exitCode()).isEqualTo(4);
			for (String sql : COMPARED) {
				assertThat(new NightReader(killed).rows(sql)).isEqualTo(new NightReader(whole).rows(sql));
			}
			assertThat(staged(killed)).isEmpty();
		}
	}

	private static String[] run(Path output) {
		return new String[] { "run", "--out", output.toString(), "--date", "2026-11-20", "--backdate", "--regions",
				String.join(",", MotoOrganization.REGIONS) };
	}

	/** Waits for a closed staging file of active accounts, by watching the directory. */
	private static void awaitStagedAccounts(Path output, Process process) throws IOException {
		while (staged(output).stream()
			.filter((file) -> file.getFileName().toString().startsWith("accounts-"))
			.count() < 4) {
			assertThat(process.isAlive()).as("the night is still running").isTrue();
			Thread.onSpinWait();
		}
	}

	private static List<Path> staged(Path output) throws IOException {
		Path staging = output.resolve("staging/snapshot_date=2026-11-20/attempt=1");
		if (!Files.isDirectory(staging)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(staging)) {
			return files.filter((file) -> file.getFileName().toString().matches("[^.].*[.]zip")).toList();
		}
		catch (UncheckedIOException ex) {
			return List.of();
		}
	}

	/** The accounts that closed staging files hold, as their indexes say. */
	private static Set<String> stagedAccounts(Path output) throws IOException {
		Set<String> accounts = new TreeSet<>();
		for (Path file : staged(output)) {
			try (ZipFile zip = new ZipFile(file.toFile());
					InputStream index = zip.getInputStream(zip.getEntry("index.json"))) {
				JsonMapper.shared().readTree(index).get("accounts").forEach((id) -> accounts.add(id.asString()));
			}
		}
		return accounts;
	}

	/** The accounts that a launch called, as its log says. */
	private static Set<String> called(Path log) throws IOException {
		return lines(log).stream()
			.filter((line) -> line.path("message").asString("").equals("cell"))
			.filter((line) -> line.path("source").asString("").equals("iam-root-user"))
			.filter((line) -> line.path("calls").asInt() > 0)
			.map((line) -> line.path("account_id").asString())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<JsonNode> lines(Path log) throws IOException {
		List<JsonNode> lines = new ArrayList<>();
		for (String line : Files.readAllLines(log)) {
			if (line.startsWith("{") && line.endsWith("}")) {
				lines.add(JsonMapper.shared().readTree(line));
			}
		}
		return lines;
	}

	private static List<String> active(MotoOrganization organization) {
		return organization.accounts()
			.entrySet()
			.stream()
			.filter((account) -> account.getValue().get("state").asString().equals("ACTIVE"))
			.map(Map.Entry::getKey)
			.toList();
	}

}
