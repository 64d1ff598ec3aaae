package dev.rollcall.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Server;
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
		Path log = this.directory.resolve("server.err");
		try (Server server = Server.start(Program.command("simulate", "--scenario", scenario.toString()), log)) {
			List<String> said = drive(server.url());
			assertThat(said.get(0)).matches("operations not called: none \\([0-9]+ are implemented\\)");
			assertThat(said.get(said.size() - 1)).matches("[0-9]{3,} checks passed");
		}
	}

	private List<String> drive(String url) throws IOException, InterruptedException {
		Path said = this.directory.resolve("client.out");
		List<String> program = Program.command();
		Process client = new ProcessBuilder("python3", SCRIPT, url, program.get(0), program.get(program.size() - 1))
			.redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start();
		boolean ended = client.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
		end(client);
		String output = Files.readString(said);
		assertThat(ended).as(output).isTrue();
		assertThat(client.exitValue()).as(output).isZero();
		return output.lines().toList();
	}

	/** Asks first: the script ends its servers. */
	private static void end(Process process) throws InterruptedException {
		process.destroy();
		if (!process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

}
