package dev.rollcall.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.packaged.Program.Result;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program keeps its job repository in a real PostgreSQL. */
@Tag("once")
class PostgresIntegrationTests {

	private static final String PASSWORD = "Canary-Password-7";

	private static final int STEPS = 8;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static EmbeddedPostgres postgres;

	@SuppressWarnings("NullAway.Init")
	private static Server organization;

	@BeforeAll
	static void start() throws Exception {
		postgres = start("data");
		Path scenario = Files.writeString(directory.resolve("scenario.yaml"), """
				accounts: 8
				cast: 8
				regions: [us-east-1]
				latency: {median: 40ms, sigma: 0, stragglers: 0, black-holes: 0}
				""");
		organization = Server.start(Program.command("simulate", "--scenario", scenario.toString()),
				directory.resolve("simulate.err"));
	}

	/** A server that trusts its owner and nobody else. */
	private static EmbeddedPostgres start(String data) throws IOException, SQLException {
		Path files = directory.resolve(data);
		EmbeddedPostgres started = EmbeddedPostgres.builder().setDataDirectory(files).start();
		Files.writeString(files.resolve("pg_hba.conf"), """
				host all postgres 127.0.0.1/32 trust
				host all all 127.0.0.1/32 scram-sha-256
				""");
		execute(started, "SELECT pg_reload_conf()", "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
				"CREATE ROLE keeper LOGIN PASSWORD '" + PASSWORD + "'",
				"CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'");
		return started;
	}

	@AfterAll
	static void stop() throws IOException {
		organization.close();
		postgres.close();
	}

	@Test
	void keepsTheHistoryOfNightsThatMakeItsTablesAtOnce() throws Exception {
		String url = database("history", "keeper");
		Program program = program(url, "keeper", PASSWORD);
		Process one = program.start("one", run("one"));
		Process other = program.start("other", run("other"));
		assertThat(List.of(one.waitFor(), other.waitFor())).as(said("one") + said("other")).containsExactly(4, 4);
		assertThat(rows("history", "SELECT status, count(*) FROM batch_job_execution GROUP BY status"))
			.containsExactly("COMPLETED|2");
		assertThat(rows("history", "SELECT status, count(*) FROM batch_step_execution GROUP BY status"))
			.containsExactly("COMPLETED|" + 2 * STEPS);
		assertThat(rows("history", "SELECT count(DISTINCT job_instance_id) FROM batch_job_instance"))
			.containsExactly("2");
		assertOnlyJson("one");
		assertOnlyJson("other");
	}

	@Test
	void losesOnlyItsHistoryWhereTheTablesAreDroppedAfterACrash() throws Exception {
		Program program = program(database("dropped", "keeper"), "keeper", PASSWORD);
		Process killed = program.start("killed", run("dropped"));
		awaitWalkedAccounts("killed", killed);
		killed.destroyForcibly().waitFor();
		execute("dropped", "DROP SCHEMA public CASCADE", "CREATE SCHEMA public AUTHORIZATION keeper");
		Result restarted = program.run("restarted", run("dropped"));
		assertThat(restarted.exitCode()).as(restarted.err()).isEqualTo(4);
		assertThat(alreadyWalked("restarted")).isPositive();
		assertThat(rows("dropped", "SELECT status, count(*) FROM batch_job_execution GROUP BY status"))
			.containsExactly("COMPLETED|1");
	}

	@Test
	void endsInOneLineWhereTheServerStopsAndGoesOnLater() throws Exception {
		Map<String, String> environment = new HashMap<>(
				environment("jdbc:h2:mem:rollcall;DB_CLOSE_DELAY=-1", "sa", ""));
		try (EmbeddedPostgres stopped = start("stopped-data")) {
			execute(stopped, "ALTER SCHEMA public OWNER TO keeper");
			Program program = program(url(stopped, "postgres"), "keeper", PASSWORD);
			Process night = program.start("night", run("stopped"));
			awaitWalkedAccounts("night", night);
			stopped.close();
			assertThat(night.waitFor()).as(said("night")).isEqualTo(1);
		}
		assertOneLine("night", "rollcall: internal error, nothing published: the job repository (spring.datasource): ");
		Result again = new Program(environment, directory).run("again", run("stopped"));
		assertThat(again.exitCode()).as(again.err()).isEqualTo(4);
		assertThat(alreadyWalked("again")).as(said("night") + said("again")).isPositive();
	}

	@Test
	void saysInOneLineThatNoServerIsThere() throws Exception {
		Result result = program("jdbc:postgresql://127.0.0.1:1/rollcall?password=" + PASSWORD, "keeper", PASSWORD)
			.run("down", run("down"));
		assertThat(result.exitCode()).isEqualTo(1);
		assertOneLine("down", "refused");
	}

	@Test
	void saysInOneLineThatThePasswordIsWrong() throws Exception {
		Result result = program(database("wrong", "keeper"), "keeper", PASSWORD + "x").run("wrong", run("wrong"));
		assertThat(result.exitCode()).isEqualTo(1);
		assertOneLine("wrong", "password authentication failed for user \"keeper\"");
	}

	@Test
	void saysInOneLineThatItMayNotMakeItsTables() throws Exception {
		Result result = program(database("reader", "postgres"), "reader", PASSWORD).run("reader", run("reader"));
		assertThat(result.exitCode()).isEqualTo(1);
		assertOneLine("reader", "its user needs the right to create tables");
	}

	@Test
	void saysInOneLineThatAUrlIsNone() throws Exception {
		Result result = program("postgres://keeper:" + PASSWORD + "@127.0.0.1/rollcall", "keeper", PASSWORD).run("url",
				run("url"));
		assertThat(result.exitCode()).isEqualTo(1);
		assertOneLine("url", "the job repository (spring.datasource): ");
	}

	private static void assertOneLine(String name, String part) throws IOException {
		List<String> lines = Files.readAllLines(directory.resolve(name + ".err"));
		assertThat(lines).hasSize(1);
		assertThat(lines.get(0)).contains(part).endsWith("(exit 1)");
		assertThat(said(name)).doesNotContain(PASSWORD).doesNotContain("\tat ");
		assertOnlyJson(name);
	}

	/** Whoever wrote it: a line of the log is a JSON object. */
	private static List<JsonNode> assertOnlyJson(String name) throws IOException {
		List<JsonNode> lines = new ArrayList<>();
		for (String line : Files.readAllLines(directory.resolve(name + ".out"))) {
			assertThat(line).startsWith("{").endsWith("}");
			lines.add(JsonMapper.shared().readTree(line));
		}
		return lines;
	}

	private static int alreadyWalked(String name) throws IOException {
		return assertOnlyJson(name).stream().mapToInt((line) -> line.path("already_walked").asInt(0)).max().orElse(0);
	}

	private static String said(String name) throws IOException {
		return Files.readString(directory.resolve(name + ".out")) + Files.readString(directory.resolve(name + ".err"));
	}

	/** An account is said to be walked once its staging file is closed. */
	private static void awaitWalkedAccounts(String name, Process night) throws IOException {
		while (!Files.readString(directory.resolve(name + ".out")).contains("\"walked\":2")) {
			assertThat(night.isAlive()).as("the night is still running: " + said(name)).isTrue();
			Thread.onSpinWait();
		}
	}

	private static String[] run(String output) {
		return new String[] { "run", "--out", directory.resolve(output).toString(), "--date", "2026-11-20",
				"--backdate" };
	}

	private static Program program(String url, String user, String password) {
		return new Program(environment(url, user, password), directory);
	}

	private static Map<String, String> environment(String url, String user, String password) {
		return Map.of("AWS_ENDPOINT_URL", organization.url(), "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
				"AWS_SECRET_ACCESS_KEY", "secret", "AWS_REGION", "us-east-1", "SPRING_DATASOURCE_URL", url,
				"SPRING_DATASOURCE_USERNAME", user, "SPRING_DATASOURCE_PASSWORD", password,
				"SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "2000");
	}

	/** Makes a database. */
	private static String database(String name, String owner) throws SQLException {
		execute(postgres, "CREATE DATABASE " + name);
		execute(name, "ALTER SCHEMA public OWNER TO " + owner, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
		return url(postgres, name);
	}

	private static String url(EmbeddedPostgres server, String name) {
		return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
	}

	private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
		execute(server.getPostgresDatabase().getConnection(), statements);
	}

	private static void execute(String database, String... statements) throws SQLException {
		execute(postgres.getDatabase("postgres", database).getConnection(), statements);
	}

	private static void execute(Connection opened, String... statements) throws SQLException {
		try (Connection connection = opened; Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	private static List<String> rows(String database, String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
				Statement statement = connection.createStatement();
				ResultSet results = statement.executeQuery(sql)) {
			while (results.next()) {
				List<String> cells = new ArrayList<>();
				for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
					cells.add(results.getString(i));
				}
				rows.add(String.join("|", cells));
			}
		}
		return rows;
	}

}
