package dev.rollcall.trino;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A Trino with the Hive connector, whose metastore is a folder: Athena's engine, with the
 * same projection of nights.
 */
final class TrinoServer implements AutoCloseable {

	private static final String STARTED = "SERVER STARTED";

	private static final String CATALOG = "hive";

	private static final int MOST_SECONDS_TO_END = 20;

	private final Process process;

	private final int port;

	private TrinoServer(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Unpacks the server and starts it.
	 * @param java of version 24 or later
	 * @param directory is the server's, and what {@code local:///} names is its
	 * {@code files}
	 * @param connector what the connector is told beside that
	 */
	static TrinoServer start(Path tarball, String java, Path directory, Map<String, String> connector)
			throws IOException, InterruptedException {
		unpack(tarball, directory);
		int port = freePort();
		configure(directory, port, connector);
		Process process = new ProcessBuilder(java, "-Xmx1500M", "-XX:+UseSerialGC", "-Duser.timezone=UTC",
				"-Dfile.encoding=UTF-8", "-Djdk.attach.allowAttachSelf=true", "--add-modules=jdk.incubator.vector",
				"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-Dnode.id=one",
				"-Dconfig=etc/config.properties", "-cp", "lib/*", "io.trino.server.TrinoServer")
			.directory(directory.toFile())
			.redirectErrorStream(true)
			.start();
		awaitStart(process, directory.resolve("server.log"));
		return new TrinoServer(process, port);
	}

	/**
	 * All of it, for its jars are links to each other; then what is not needed goes: nine
	 * tenths of the plugins.
	 */
	private static void unpack(Path tarball, Path directory) throws IOException, InterruptedException {
		run(directory, "tar", "xzf", tarball.toString(), "--strip-components=1");
		run(directory, "find", "plugin", "-mindepth", "1", "-maxdepth", "1", "!", "-name", CATALOG, "-exec", "rm", "-r",
				"{}", "+");
	}

	private static void run(Path directory, String... command) throws IOException, InterruptedException {
		int exit = new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start().waitFor();
		if (exit != 0) {
			throw new IOException(String.join(" ", command) + " ended with " + exit);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void configure(Path directory, int port, Map<String, String> connector) throws IOException {
		write(directory.resolve("etc/config.properties"),
				Map.of("coordinator", "true", "node-scheduler.include-coordinator", "true", "http-server.http.port",
						String.valueOf(port), "discovery.uri", "http://localhost:" + port, "node.environment", "test",
						"plugin.dir", directory.resolve("plugin").toString(), "catalog.config-dir",
						directory.resolve("etc/catalog").toString(), "query.max-memory", "512MB",
						"query.max-memory-per-node", "400MB", "memory.heap-headroom-per-node", "200MB"));
		Map<String, String> hive = new TreeMap<>(Map.of("connector.name", "hive", "hive.metastore", "file",
				"hive.metastore.catalog.dir", "local:///metastore", "fs.native-local.enabled", "true", "local.location",
				Files.createDirectories(directory.resolve("files")).toString(), "hive.recursive-directories", "true",
				"hive.partition-projection-enabled", "true", "hive.parquet.time-zone", "UTC"));
		hive.putAll(connector);
		write(directory.resolve("etc/catalog/" + CATALOG + ".properties"), hive);
	}

	private static void write(Path file, Map<String, String> properties) throws IOException {
		Files.createDirectories(file.getParent());
		Files.write(file,
				properties.entrySet().stream().map((entry) -> entry.getKey() + "=" + entry.getValue()).toList());
	}

	/**
	 * Reads what the server says for as long as it lives, for it would wait otherwise.
	 */
	private static void awaitStart(Process process, Path log) throws IOException {
		BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
		List<String> lines = new ArrayList<>();
		for (String line = said.readLine(); line != null; line = said.readLine()) {
			lines.add(line);
			if (line.contains(STARTED)) {
				Files.write(log, lines);
				Thread reader = new Thread(() -> drain(said), "trino");
				reader.setDaemon(true);
				reader.start();
				return;
			}
		}
		Files.write(log, lines);
		throw new IOException("Trino ended before it served: " + log + " says why");
	}

	private static void drain(BufferedReader said) {
		try {
			said.transferTo(Writer.nullWriter());
		}
		catch (IOException ex) {
			// The server was ended, and its pipe with it.
		}
	}

	/** A session that reads folders of the local file system. */
	TrinoSession open() throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", "analyst");
		properties.setProperty("timezone", "UTC");
		properties.setProperty("sessionProperties", CATALOG + ".ignore_absent_partitions:true");
		return new TrinoSession(
				DriverManager.getConnection("jdbc:trino://localhost:" + this.port + "/" + CATALOG, properties));
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
			this.process.destroyForcibly();
		}
	}

}
