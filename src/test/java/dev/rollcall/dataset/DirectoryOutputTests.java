package dev.rollcall.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.rollcall.dataset.Output.PutIfAbsent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Tag("runtime")
class DirectoryOutputTests {

	private static final int WRITERS = 20;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@SuppressWarnings("NullAway.Init")
	private Output output;

	@BeforeEach
	void open() {
		this.output = Output.at("file:" + this.directory.resolve("out"));
	}

	@Test
	void letsOneOfManyWritersCommit() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
		CyclicBarrier start = new CyclicBarrier(WRITERS);
		List<Callable<PutIfAbsent>> writers = new ArrayList<>();
		for (int i = 0; i < WRITERS; i++) {
			byte[] content = ("writer " + i).getBytes(StandardCharsets.UTF_8);
			writers.add(() -> {
				start.await();
				return this.output.putIfAbsent("run/commit", content);
			});
		}
		List<PutIfAbsent> outcomes = new ArrayList<>();
		for (Future<PutIfAbsent> outcome : pool.invokeAll(writers)) {
			outcomes.add(outcome.get());
		}
		pool.shutdown();
		assertThat(outcomes).containsOnlyOnce(PutIfAbsent.WRITTEN).doesNotContain(PutIfAbsent.UNKNOWN);
		assertThat(this.output.list("run/")).containsExactly("run/commit");
	}

	@Test
	void refusesALeaseWhereNothingCanBeWritten() throws IOException {
		Files.writeString(this.directory.resolve("out"), "a file");
		assertThatThrownBy(() -> this.output.lease("lease/night", "run"))
			.isInstanceOfSatisfying(OutputException.class, (failure) -> assertThat(failure.isLasting()).isTrue())
			.hasMessage("Cannot write to " + this.directory.resolve("out") + ": " + this.directory.resolve("out")
					+ " is there, and is no directory");
	}

	@Test
	void leavesNothingButTheLeaseWhereItWasTried() throws IOException {
		try (Lease lease = this.output.lease("lease/night", "run");
				Stream<Path> files = Files.walk(this.directory.resolve("out"))) {
			assertThat(lease.isHeld()).isTrue();
			assertThat(files.filter(Files::isRegularFile)).containsExactly(this.directory.resolve("out/lease/night"));
		}
	}

	@Test
	void takesTheSameContentForItsOwn() {
		byte[] content = "mine".getBytes(StandardCharsets.UTF_8);
		this.output.putIfAbsent("run/commit", content);
		assertThat(this.output.putIfAbsent("run/commit", content)).isEqualTo(PutIfAbsent.WRITTEN);
	}

	@Test
	void listsWholeFilesOfAPrefixOnly() throws IOException {
		put("staging/a.zip");
		put("staging/b.zip");
		put("other/c.zip");
		Files.writeString(this.directory.resolve("out/staging/.unfinished-" + UUID.randomUUID()), "half");
		Files.writeString(this.directory.resolve("out/staging/.unfinished-1.zip"), "somebody's");
		assertThat(this.output.list("staging/")).containsExactly("staging/.unfinished-1.zip", "staging/a.zip",
				"staging/b.zip");
		assertThat(this.output.list("nowhere/")).isEmpty();
	}

	/** A volume is often linked to, and has a directory of its own that is root's. */
	@Test
	void listsBehindLinksWhatIsOurs() throws IOException {
		put("run/a");
		put("lost+found/b");
		put("run/lost+found/d");
		Files.createDirectories(this.directory.resolve("elsewhere"));
		Files.writeString(this.directory.resolve("elsewhere/c"), "c");
		Files.createSymbolicLink(this.directory.resolve("out/finding"), this.directory.resolve("elsewhere"));
		Files.createSymbolicLink(this.directory.resolve("elsewhere/round"), this.directory.resolve("out"));
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), this.directory.resolve("out"));
		assertThat(new DirectoryOutput(link).list("")).containsExactly("finding/c", "run/a", "run/lost+found/d");
		assertThat(new DirectoryOutput(link).list("run/")).containsExactly("run/a", "run/lost+found/d");
	}

	@Test
	void listsNothingOfItsNeighbours() throws IOException {
		Files.writeString(this.directory.resolve("neighbour"), "n");
		assertThat(this.output.list("")).isEmpty();
		assertThat(this.output.list("run/")).isEmpty();
	}

	/** Two files are never taken for one. */
	@Test
	void namesAFileAsItIsNamed() throws IOException {
		put("run/a\\b");
		put("run/a/b");
		assertThat(this.output.list("run/")).containsExactly("run/a/b", "run/a\\b");
	}

	@Test
	void takesADirectoryForNoFile() throws IOException {
		Files.createDirectories(this.directory.resolve("out/run/commit"));
		assertThat(this.output.read("run/commit")).isEmpty();
		assertThat(this.output.fetch("run/commit", this.directory.resolve("copy"))).isFalse();
	}

	/** What vanishes while it is listed is not there. */
	@Test
	void listsWhatStaysWhileOthersComeAndGo() throws Exception {
		put("run/stays");
		ExecutorService writer = Executors.newSingleThreadExecutor();
		Future<?> writing = writer.submit(() -> {
			for (int i = 0; i < 300; i++) {
				this.output.putIfAbsent("run/a" + i % 7 + "/comes", new byte[1]);
				this.output.delete("run/a" + i % 7 + "/comes");
			}
		});
		while (!writing.isDone()) {
			assertThat(this.output.list("run/")).contains("run/stays");
		}
		writer.shutdown();
		writing.get();
	}

	/** Something lies under the commit's name, and cannot be read: nobody knows what. */
	@Test
	void doesNotKnowWhatItCannotReadBack() throws IOException {
		Files.createDirectories(this.directory.resolve("out/run/commit"));
		assertThat(this.output.putIfAbsent("run/commit", new byte[1])).isEqualTo(PutIfAbsent.UNKNOWN);
	}

	@Test
	void readsNothingWhereThereIsNothing() {
		assertThat(this.output.read("run/commit")).isEmpty();
		assertThat(this.output.fetch("run/commit", this.directory.resolve("copy"))).isFalse();
		assertThat(this.directory.resolve("copy")).doesNotExist();
	}

	@Test
	void namesThePathThatCannotBeWritten() throws IOException {
		Files.writeString(this.directory.resolve("out"), "a file");
		assertThatThrownBy(() -> put("run/x")).isInstanceOf(OutputException.class).hasMessageContaining("out/run/x");
	}

	/** A file where a directory is needed: what even root cannot write to. */
	@Test
	void commitsNothingWhereNoDirectoryCanBeMade() throws IOException {
		Files.createDirectories(this.directory.resolve("out"));
		Path file = Files.writeString(this.directory.resolve("out/run"), "a file");
		assertThatThrownBy(() -> this.output.putIfAbsent("run/commit", new byte[1])).isInstanceOf(OutputException.class)
			.hasMessageContaining("run/commit");
		Files.delete(file);
		assertThat(this.output.putIfAbsent("run/commit", new byte[1])).isEqualTo(PutIfAbsent.WRITTEN);
	}

	@Test
	void commitsNothingInADirectoryThatIsReadOnly() throws IOException {
		Path run = Files.createDirectories(this.directory.resolve("out/run"));
		assumeTrue(run.toFile().setWritable(false) && !Files.isWritable(run),
				"did not run: whoever runs this may write everywhere (root)");
		assertThatThrownBy(() -> this.output.putIfAbsent("run/commit", new byte[1])).isInstanceOf(OutputException.class)
			.hasMessageContaining("run/commit");
		assertThat(this.output.list("run/")).isEmpty();
		assertThat(run.toFile().setWritable(true)).isTrue();
		assertThat(this.output.putIfAbsent("run/commit", new byte[1])).isEqualTo(PutIfAbsent.WRITTEN);
	}

	@Test
	void retainsNothing() {
		assertThat(this.output.retains()).isFalse();
		assertThatThrownBy(() -> this.output.putIfAbsent("run/commit", new byte[1],
				new Retention(Retention.Mode.GOVERNANCE, Instant.EPOCH)))
			.isInstanceOf(OutputException.class);
	}

	private void put(String key) throws IOException {
		Path file = Files.writeString(this.directory.resolve("content"), key);
		this.output.put(key, file);
	}

}
