package dev.rollcall.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that makes a night. */
final class Launch implements AutoCloseable {

	/** Longer than any night here takes on any machine. */
	private static final int MOST_SECONDS = 300;

	private final Program program;

	private final String name;

	private final Nights nights;

	private final int stagedBefore;

	private final int objectsBefore;

	private final long startedAt = System.nanoTime();

	private final Process process;

	private volatile long endedAt;

	private Launch(Program program, String name, Nights nights, String... arguments) throws IOException {
		this.program = program;
		this.name = name;
		this.nights = nights;
		this.stagedBefore = nights.stagedFiles().size();
		this.objectsBefore = nights.objects().size();
		this.process = program.start(name, arguments);
		this.process.onExit().thenRun(() -> this.endedAt = System.nanoTime());
	}

	/** Starts the night of a date. */
	static Launch start(Program program, String name, Nights nights, String date) throws IOException {
		return new Launch(program, name, nights, "run", "--out", nights.location(), "--date", date, "--backdate");
	}

	int stagedBefore() {
		return this.stagedBefore;
	}

	int objectsBefore() {
		return this.objectsBefore;
	}

	Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.startedAt);
	}

	/** How long it lived, once it has ended. */
	Duration lived() throws InterruptedException {
		while (this.endedAt == 0) {
			Thread.sleep(1);
		}
		return Duration.ofNanos(this.endedAt - this.startedAt);
	}

	/** What it has said on stdout so far. */
	String out() throws IOException {
		return Files.readString(this.program.out(this.name));
	}

	private String err() throws IOException {
		return Files.readString(this.program.err(this.name));
	}

	/**
	 * Waits for a moment.
	 * @return whether it came while the process ran
	 */
	boolean await(Moment moment) throws IOException, InterruptedException {
		while (!moment.hasCome(this, this.nights)) {
			if (!this.process.isAlive()) {
				return false;
			}
			assertThat(age()).as("%s waits for its moment", this.name).isLessThan(Duration.ofSeconds(MOST_SECONDS));
			Thread.sleep(2);
		}
		return this.process.isAlive();
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/** Sends a signal, such as {@code STOP}. */
	void signal(String signal) throws IOException, InterruptedException {
		int sent = new ProcessBuilder("kill", "-" + signal, String.valueOf(this.process.pid())).start().waitFor();
		assertThat(sent == 0 || !this.process.isAlive()).as("SIG%s is sent to a process that lives", signal).isTrue();
	}

	/** Waits until it has ended by itself. */
	Result end() throws IOException, InterruptedException {
		boolean ended = this.process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
		assertThat(ended).as("%s has ended; it said: %s", this.name, err()).isTrue();
		return new Result(this.process.exitValue(), out(), err());
	}

	/** Leaves nothing behind that runs. */
	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
