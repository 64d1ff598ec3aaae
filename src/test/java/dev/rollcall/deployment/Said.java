package dev.rollcall.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a program said before it ended, on both streams.
 */
record Said(int exitCode, String text) {

	/**
	 * Runs a program.
	 * @throws IOException where there is none of that name
	 */
	static Said by(String... command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			return new Said(process.waitFor(), text);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
