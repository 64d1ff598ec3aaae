package dev.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.control.NightShape;
import dev.rollcall.control.Waivers;
import dev.rollcall.input.ConfigFile;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.MergedFiles;
import dev.rollcall.input.TextFile;
import dev.rollcall.job.NightApplication;
import dev.rollcall.simulator.ScenarioReader;
import dev.rollcall.workbook.Template;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is wrong with what people write is said in one line that names the place, with
 * exit code 2, before anything is called or written.
 */
@Tag("once")
class BadInputTests {

	private static final Map<String, String> AWS = Map.of("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE",
			"aws.secretAccessKey", "secret", "aws.region", "us-east-1");

	private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

	private static final String CONTROL = """
			/*
			id: root.mfa
			version: 3
			severity: HIGH
			title: {en: A title, ja: A title in Japanese}
			remediation: {en: A remedy, ja: A remedy in Japanese}
			sources: [iam-root-user]
			csf20: {primary: PR.AA-03, reason: Because.}
			csf11: {primary: PR.AC-7, reason: Because.}
			*/
			SELECT c.account_id,
			       c.region,
			       c.account_id AS resource_id,
			       CASE
			         WHEN c.unread_verdict IS NOT NULL THEN c.unread_verdict
			         WHEN r.mfa = 'NONE' THEN 'NON_COMPLIANT'
			         ELSE 'INSUFFICIENT_DATA'
			       END AS verdict,
			       coalesce(c.unread_reason, 'Said.') AS reason
			FROM coverage c
			LEFT JOIN root_user r ON r.account_id = c.account_id
			WHERE c.source = 'iam-root-user'
			""";

	private static final String WAIVERS = """
			waivers:
			  - id: W-2026-014
			    control: root.mfa
			    scope:
			      accounts: ["111111111111"]
			      ou: Root/Workloads
			      regions: [global]
			      resource: "arn:aws:s3:::public-*"
			      tag: {environment: sandbox}
			    owner: payments@example.com
			    reason: The vendor needs it.
			    ticket: SEC-1
			    granted-on: 2026-11-01
			    expires-on: 2027-01-31
			""";

	private static final AtomicInteger injected = new AtomicInteger();

	private static final AtomicInteger held = new AtomicInteger();

	private static final AtomicInteger calls = new AtomicInteger();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static HttpServer aws;

	@SuppressWarnings("NullAway.Init")
	private static SourceCatalog sources;

	@BeforeAll
	static void countCalls() throws IOException {
		aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		aws.createContext("/", (exchange) -> {
			calls.incrementAndGet();
			exchange.sendResponseHeaders(500, -1);
			exchange.close();
		});
		aws.start();
		AWS.forEach(System::setProperty);
		System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + aws.getAddress().getPort());
		sources = SourceContext.catalog();
	}

	@AfterAll
	static void say() {
		aws.stop(0);
		AWS.keySet().forEach(System::clearProperty);
		System.clearProperty("aws.endpointUrl");
		System.out.printf("J bad input: %d injected, %d held (seed 0)%n", injected.get(), held.get());
	}

	@TestFactory
	Stream<DynamicTest> refusesConfiguration() throws IOException {
		return cases("configurations.txt", (bad) -> {
			String text = TextFile.read("--config", Files.writeString(directory.resolve("config.yaml"), bad.text()));
			assertRefused(() -> ConfigurationReader.read("config.yaml", text, Map.of(), Map.of(), sources.names()),
					bad);
		});
	}

	/** All else is read too, which takes a second: a few stand for all. */
	@TestFactory
	Stream<DynamicTest> refusesToRunWithConfiguration() throws IOException {
		return cases("configurations.txt", (bad) -> {
			Path file = Files.writeString(directory.resolve("config.yaml"), bad.text());
			assertRefused(execute("run", "--config", file.toString()), bad);
		}).limit(3);
	}

	@TestFactory
	Stream<DynamicTest> refusesCommandLine() throws IOException {
		Map<String, Path> places = places();
		return cases("command-lines.txt", (bad) -> {
			assertRefused(execute(arguments(bad.text(), places)), bad);
			assertThat(places.get("OUT")).doesNotExist();
			assertThat(places.get("DIRECTORY")).isEmptyDirectory();
		});
	}

	private static Map<String, Path> places() throws IOException {
		Map<String, Path> places = new HashMap<>();
		places.put("OUT", directory.resolve("out"));
		places.put("DIRECTORY", Files.createDirectories(directory.resolve("directory")));
		places.put("FILE", Files.writeString(directory.resolve("file.txt"), "x"));
		places.put("LATIN", Files.write(directory.resolve("latin.yaml"),
				"rollcall:\n  role-name: Prüfer\n".getBytes(StandardCharsets.ISO_8859_1)));
		places.put("UTF16", Files.write(directory.resolve("utf16.yaml"),
				"\uFEFFrollcall: {locale: ja}".getBytes(StandardCharsets.UTF_16LE)));
		places.put("LARGE", Files.writeString(directory.resolve("large.yaml"), "# comment\n".repeat(400_000)));
		return places;
	}

	private static String[] arguments(String line, Map<String, Path> places) {
		List<String> arguments = new ArrayList<>();
		Matcher words = WORD.matcher(line);
		while (words.find()) {
			String word = (words.group(1) != null) ? words.group(1) : words.group(2);
			for (Map.Entry<String, Path> place : places.entrySet()) {
				word = word.replace("⟪" + place.getKey() + "⟫", place.getValue().toString());
			}
			arguments.add(word);
		}
		return arguments.toArray(String[]::new);
	}

	@TestFactory
	Stream<DynamicTest> refusesEnvironment() throws IOException {
		return cases("environment.txt", (bad) -> assertRefused(
				() -> ConfigurationReader.read("f.yaml", "", Map.of(), variable(bad), sources.names()), bad));
	}

	@TestFactory
	Stream<DynamicTest> refusesEndpoint() throws IOException {
		return cases("endpoints.txt", (bad) -> assertRefused(() -> Endpoints.check(variable(bad)), bad));
	}

	private static Map<String, String> variable(InputCase bad) {
		String[] parts = bad.text().strip().split("=", 2);
		return Map.of(parts[0], parts[1]);
	}

	@TestFactory
	Stream<DynamicTest> refusesWaiver() throws IOException {
		return cases("waivers.txt", (bad) -> assertRefused(() -> waivers(bad), bad));
	}

	@TestFactory
	Stream<DynamicTest> refusesScenario() throws IOException {
		return cases("scenarios.txt",
				(bad) -> assertRefused(() -> ScenarioReader.read("scenario.yaml", bad.text()), bad));
	}

	@TestFactory
	Stream<DynamicTest> refusesControl() throws IOException {
		writeJobConfig();
		NightShape night = NightApplication.shape(sources);
		return cases("controls.txt", (bad) -> assertRefused(() -> controls(bad.changed(CONTROL), night), bad));
	}

	@TestFactory
	Stream<DynamicTest> refusesTemplate() throws IOException {
		return new BadTemplates().refused()
			.entrySet()
			.stream()
			.map((bad) -> test(bad.getKey(), (named) -> assertRefused(() -> template(bad.getValue()), named)));
	}

	@TestFactory
	Stream<DynamicTest> takesOddConfiguration() throws IOException {
		return cases("odd-configurations.txt", (odd) -> {
			Path file = Files.writeString(directory.resolve("odd.yaml"), odd.text());
			String text = TextFile.read("--config", file);
			assertThat(ConfigurationReader.read("odd.yaml", text, Map.of(), Map.of(), sources.names()).toString())
				.contains(odd.expected());
		});
	}

	@TestFactory
	Stream<DynamicTest> takesOddWaiver() throws IOException {
		return cases("odd-waivers.txt", (odd) -> assertThat(waivers(odd)).contains(odd.expected()));
	}

	@TestFactory
	Stream<DynamicTest> takesOddScenario() throws IOException {
		return cases("odd-scenarios.txt",
				(odd) -> assertThat(ScenarioReader.read("scenario.yaml", odd.text())).asString()
					.contains(odd.expected()));
	}

	@TestFactory
	Stream<DynamicTest> takesOddTemplate() throws IOException {
		return new BadTemplates().odd()
			.entrySet()
			.stream()
			.map((odd) -> test(new InputCase(odd.getKey(), "", ""), (named) -> template(odd.getValue())));
	}

	@TestFactory
	Stream<DynamicTest> takesOddArguments() {
		Instant now = Instant.parse("2026-11-24T00:00:00Z");
		Map<String, Function<String, Object>> readers = new TreeMap<>();
		readers.put("2028-02-29", (date) -> NightRun.date(date, now));
		readers.put("2000-02-29", (date) -> NightRun.date(date, now));
		readers.put("111111111111",
				(ids) -> ConfigurationReader.accounts("--accounts", ids + ", " + ids + ",").iterator().next());
		readers.put("[ap-northeast-1, us-east-1]",
				(names) -> ConfigurationReader.regions("--regions", " us-east-1 ,ap-northeast-1, us-east-1,"));
		readers.put("ja",
				(locale) -> ConfigurationReader
					.read("f", "rollcall: {locale: en}", Map.of(),
							Map.of("ROLLCALL_LOCALE", " ja ", "ROLLCALL_SERVICE_HOST", "10.0.0.1"), sources.names())
					.locale());
		return readers.entrySet()
			.stream()
			.map((odd) -> test(new InputCase(odd.getKey(), "", odd.getKey()),
					(named) -> assertThat(odd.getValue().apply(named.expected())).hasToString(named.expected())));
	}

	@TestFactory
	Stream<DynamicTest> takesOddControl() throws IOException {
		writeJobConfig();
		NightShape night = NightApplication.shape(sources);
		Map<String, String> odd = Map.of("whose lines end as on Windows", CONTROL.replace("\n", "\r\n"),
				"that begins with the mark of Notepad", "\uFEFF" + CONTROL, "with Japanese in its SQL",
				CONTROL.replace("c.region,", "c.region, -- 地域"));
		return odd.entrySet()
			.stream()
			.map((control) -> test(new InputCase(control.getKey(), "", ""),
					(named) -> controls(control.getValue(), night)));
	}

	private static String waivers(InputCase written) throws IOException {
		Files.createDirectories(directory.resolve("waivers"));
		Files.writeString(directory.resolve("waivers/waivers.yaml"), written.changed(WAIVERS));
		JobConfig config = JobConfig.find("job-config", directory.resolve("waivers"));
		Waivers.refuseUnknownControls(config, Set.of("root.mfa"));
		return Waivers.load(config).toString();
	}

	private static void template(byte[] content) throws IOException {
		Files.createDirectories(directory.resolve("templates"));
		Files.write(directory.resolve("templates/rollcall.xlsx"), content);
		Template.load(JobConfig.find(directory.resolve("templates").toString()));
	}

	private static void writeJobConfig() throws IOException {
		JobConfig shipped = JobConfig.find("job-config");
		for (MergedFiles files : List.of(shipped.merged("derived", ".sql"), shipped.merged("csf", ".tsv"))) {
			for (ConfigFile file : files.files()) {
				write("job-config/" + file.path(), file.text());
			}
		}
	}

	private static void controls(String text, NightShape night) throws IOException {
		write("job-config/controls/root/root.mfa.sql", text);
		ControlCatalog.load(JobConfig.find(directory.resolve("job-config").toString()), night);
	}

	private static void write(String file, String text) throws IOException {
		Path path = directory.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

	private static Stream<DynamicTest> cases(String file, Check check) throws IOException {
		return InputCase.read(file).stream().map((written) -> test(written, check));
	}

	private static DynamicTest test(InputCase written, Check check) {
		return DynamicTest.dynamicTest(written.title(), () -> {
			injected.incrementAndGet();
			check.check(written);
			assertThat(calls).as("calls").hasValue(0);
			held.incrementAndGet();
		});
	}

	/** What a command would end with where it meets this failure. */
	private static void assertRefused(Action action, InputCase bad) throws Exception {
		try {
			action.run();
		}
		catch (RuntimeException ex) {
			StringWriter said = new StringWriter();
			ExitCode code = Failures.end(ex, new PrintWriter(said));
			assertRefused(new Ended(code.number(), said.toString()), bad);
			return;
		}
		throw new AssertionError(bad.title() + " was taken");
	}

	private static void assertRefused(Ended ended, InputCase bad) {
		assertThat(ended.err()).contains(bad.expected()).endsWith("(exit 2)\n");
		assertThat(ended.err().lines()).hasSize(1);
		assertThat(ended.err().strip()).matches("[^\\p{Cc}]{1,1500}");
		assertThat(ended.exitCode()).isEqualTo(2);
	}

	private static Ended execute(String... arguments) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		ByteArrayOutputStream complained = new ByteArrayOutputStream();
		System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
		try {
			int exitCode = Rollcall.execute(arguments);
			return new Ended(exitCode, complained.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	private record Ended(int exitCode, String err) {

	}

	/** Holds a case to what is expected of it. */
	@FunctionalInterface
	private interface Check {

		void check(InputCase written) throws Exception;

	}

	/** Reads what somebody wrote. */
	@FunctionalInterface
	private interface Action {

		void run() throws Exception;

	}

}
