package dev.rollcall.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A file system in memory of a size of one's choice; only root may mount one. */
final class SmallDisk implements AutoCloseable {

	private final Path directory;

	private SmallDisk(Path directory) {
		this.directory = directory;
	}

	/** Says in the test report that nothing was tried, where that is so. */
	static void assumeMountable(Path directory) throws IOException, InterruptedException {
		Path probe = Files.createDirectories(directory.resolve("probe"));
		int mounted = run(List.of("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe.toString()));
		assumeTrue(mounted == 0, "Did not run: no file system can be mounted here");
		run(List.of("umount", probe.toString()));
	}

	/**
	 * Mounts one.
	 * @param options such as {@code size=1m}
	 */
	static SmallDisk mount(Path directory, String options) throws IOException, InterruptedException {
		Files.createDirectories(directory);
		require(List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString()));
		return new SmallDisk(directory);
	}

	void remount(String options) throws IOException, InterruptedException {
		require(List.of("mount", "-o", "remount," + options, this.directory.toString()));
	}

	private static void require(List<String> command) throws IOException, InterruptedException {
		if (run(command) != 0) {
			throw new IOException("'" + String.join(" ", command) + "' failed");
		}
	}

	private static int run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return process.waitFor();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		require(List.of("umount", "--lazy", this.directory.toString()));
	}

}
