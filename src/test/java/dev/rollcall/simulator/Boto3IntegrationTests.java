package dev.rollcall.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * boto3, a client that is not ours, drives every operation of the packaged simulator. The
 * checks are the script's.
 */
@EnabledIf(value = "hasBoto3", disabledReason = "Did not run: python3 cannot import boto3")
class Boto3IntegrationTests {

	private static final String SCRIPT = "src/test/python/boto3_client.py";

	private static final String JAVA = System.getProperty("rollcall.java", "java");

	private static final String JAR = System.getProperty("rollcall.jar", "target/rollcall.jar");

	private static final int MOST_SECONDS_TO_START = 60;

	/** The script gives up before. */
	private static final int MOST_SECONDS = 180;

	private static final int MOST_SECONDS_TO_END = 30;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	static boolean hasBoto3() throws InterruptedException {
		try {
			Process python = new ProcessBuilder("python3", "-c", "import boto3").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return python.waitFor(MOST_SECONDS_TO_START, TimeUnit.SECONDS) && python.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Test
	void understandsEveryOperationOfTheSimulatedOrganization() throws Exception {
		Path scenario = Files.createFile(this.directory.resolve("scenario.yaml"));
		Process server = new ProcessBuilder(JAVA, "-jar", JAR, "simulate", "--scenario", scenario.toString())
			.redirectError(this.directory.resolve("server.err").toFile())
			.start();
		try {
			List<String> said = drive(url(server));
			assertThat(said.get(0)).matches("operations not called: none \\([0-9]+ are implemented\\)");
			assertThat(said.get(said.size() - 1)).matches("[0-9]{3,} checks passed");
		}
		finally {
			end(server);
		}
	}

	private String url(Process server) throws IOException, InterruptedException, ExecutionException, TimeoutException {
		BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
		String line = CompletableFuture.supplyAsync(() -> firstLine(out)).get(MOST_SECONDS_TO_START, TimeUnit.SECONDS);
		assertThat(line).as(Files.readString(this.directory.resolve("server.err"))).startsWith("ready ");
		return line.substring("ready ".length());
	}

	private static String firstLine(BufferedReader reader) {
		try {
			return String.valueOf(reader.readLine());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> drive(String url) throws IOException, InterruptedException {
		Path said = this.directory.resolve("client.out");
		Process client = new ProcessBuilder("python3", SCRIPT, url, JAVA, JAR).redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start();
		boolean ended = client.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
		end(client);
		String output = Files.readString(said);
		assertThat(ended).as(output).isTrue();
		assertThat(client.exitValue()).as(output).isZero();
		return output.lines().toList();
	}

	/** Asks first: the script ends its servers, and servers remove their objects. */
	private static void end(Process process) throws InterruptedException {
		process.destroy();
		if (!process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

}
