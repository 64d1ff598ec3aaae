package dev.rollcall.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What processes leave in a temporary directory that are killed, and that live. */
class WorkspaceTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path temporary;

	@Test
	void deletesWhatAKilledProcessLeftAndNothingOfOneThatLives() throws Exception {
		Process killed = start();
		Process alive = start();
		try {
			assertThat(workspaces()).hasSize(2);
			killed.destroyForcibly().waitFor();
			try (Workspace workspace = new Workspace(this.temporary)) {
				assertThat(workspaces()).hasSize(2).contains(workspace.directory("work").getParent());
			}
			assertThat(workspaces()).hasSize(1);
			alive.destroyForcibly().waitFor();
			new Workspace(this.temporary).close();
			assertThat(workspaces()).isEmpty();
		}
		finally {
			killed.destroyForcibly();
			alive.destroyForcibly();
		}
	}

	@Test
	void leavesItsOwnProcesssWorkspacesAlone() throws IOException {
		try (Workspace one = new Workspace(this.temporary); Workspace other = new Workspace(this.temporary)) {
			assertThat(one.directory("work")).isDirectory();
			assertThat(other.directory("work")).isDirectory();
			Process third = start();
			assertThat(one.directory("work")).isDirectory();
			third.destroyForcibly();
		}
	}

	@Test
	void leavesWhatIsNoWorkspaceAlone() throws IOException {
		Path others = Files.createDirectories(this.temporary.resolve("rollcall-backup/nights"));
		Files.createSymbolicLink(this.temporary.resolve("rollcall-link"), others);
		new Workspace(this.temporary).close();
		assertThat(others).isDirectory();
		assertThat(this.temporary.resolve("rollcall-link")).isSymbolicLink();
	}

	@Test
	void deletesTheLibraryThatItHasLoadedAndWhatOthersDiedOver() throws IOException {
		assumeThat(Path.of("/proc/self/maps")).exists();
		Instant started = Instant.parse("2026-11-20T12:00:00Z");
		Path dead = library("libduckdb_java1.so", started.minus(1, ChronoUnit.HOURS));
		Path loading = library("libduckdb_java2.so", started.minusSeconds(30));
		Path others = library("libother.so", started.minus(1, ChronoUnit.HOURS));
		NativeLibrary.delete(this.temporary, started);
		assertThat(dead).doesNotExist();
		assertThat(loading).exists();
		assertThat(others).exists();
		try (Database database = new Database(this.temporary)) {
			assertThat(database.number("SELECT 1")).isOne();
		}
		assertThat(Files.readAllLines(Path.of("/proc/self/maps")))
			.noneMatch((line) -> line.endsWith(".so") && line.contains("libduckdb_java"));
	}

	private Path library(String name, Instant modified) throws IOException {
		Path file = Files.writeString(this.temporary.resolve(name), "a library");
		Files.setLastModifiedTime(file, FileTime.from(modified));
		return file;
	}

	/** A process with a workspace, which says so and waits. */
	private Process start() throws IOException {
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Holder.class.getName(),
				this.temporary.toString()))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		BufferedReader said = process.inputReader();
		assertThat(said.readLine()).isEqualTo("ready");
		return process;
	}

	private List<Path> workspaces() throws IOException {
		try (Stream<Path> found = Files.list(this.temporary)) {
			return found.toList();
		}
	}

	/** The process. */
	static final class Holder {

		private Holder() {
		}

		public static void main(String[] arguments) throws Exception {
			try (Workspace workspace = new Workspace(Path.of(arguments[0]))) {
				Files.writeString(workspace.newFile("work", ".parquet"), "half");
				System.out.println("ready");
				Thread.currentThread().join();
			}
		}

	}

}
