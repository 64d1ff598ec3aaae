package dev.rollcall.moto;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * boto3, a client that is not ours, drives every operation of the simulated organization.
 */
@RequiresMoto(script = "src/test/python/boto3_client.py")
class Boto3IntegrationTests {

	private static final int MOST_SECONDS = 180;

	@Test
	void understandsEveryOperationOfTheSimulatedOrganization(@TempDir Path directory)
			throws IOException, InterruptedException {
		File said = directory.resolve("boto3.out").toFile();
		Process client = new ProcessBuilder("python3", "src/test/python/boto3_client.py",
				System.getProperty("rollcall.java", "java"), System.getProperty("rollcall.jar", "target/rollcall.jar"))
			.redirectErrorStream(true)
			.redirectOutput(said)
			.start();
		boolean ended = client.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
		client.destroyForcibly();
		String output = Files.readString(said.toPath());
		assertThat(ended).as(output).isTrue();
		assertThat(client.exitValue()).as(output).isZero();
		assertThat(output.lines().reduce("", (one, later) -> later)).matches("1[0-9][0-9] checks passed");
	}

}
