package dev.rollcall.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that says {@code ready URL} once it serves, and serves until it is closed.
 */
public final class Server implements AutoCloseable {

	private static final String READY = "ready ";

	private static final int MOST_SECONDS = 10;

	private final Process process;

	private final String url;

	private Server(Process process, String url) {
		this.process = process;
		this.url = url;
	}

	/**
	 * Starts a server and waits until it serves.
	 * @param log what it writes to stderr
	 * @throws IOException where it ends or says anything else first
	 */
	public static Server start(List<String> command, Path log) throws IOException {
		Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
		BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
		String line = out.readLine();
		if (line == null || !line.startsWith(READY)) {
			process.destroyForcibly();
			throw new IOException("'" + String.join(" ", command) + "' said '" + line + "' where '" + READY
					+ "URL' was expected: " + Files.readString(log));
		}
		return new Server(process, line.substring(READY.length()));
	}

	public String url() {
		return this.url;
	}

	/**
	 * Asks it to end, so that it can remove what it made, and insists where it does not.
	 */
	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
