package dev.rollcall.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process whose time, computing and memory are watched until it ends. */
final class Watched {

	private static final int LOOK_MILLIS = 50;

	private final Process process;

	private final Path log;

	private final long startedAt = System.nanoTime();

	private double wall;

	private Duration cpu = Duration.ZERO;

	private long peakKilobytes;

	private Watched(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static Watched start(ProcessBuilder builder, Path log) throws IOException {
		return new Watched(builder.redirectOutput(log.toFile())
			.redirectError(log.resolveSibling(log.getFileName() + ".err").toFile())
			.start(), log);
	}

	/** Kills the process, as {@code kill -9} does, when something is so. */
	void killWhen(BooleanSupplier condition) throws InterruptedException {
		while (this.process.isAlive() && !condition.getAsBoolean()) {
			Thread.onSpinWait();
		}
		this.process.destroyForcibly().waitFor();
	}

	/** Waits for the end, looking at the process meanwhile. */
	void await() throws IOException, InterruptedException {
		do {
			this.cpu = this.process.toHandle().info().totalCpuDuration().orElse(this.cpu);
			this.peakKilobytes = Math.max(this.peakKilobytes, peak());
		}
		while (!this.process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
		this.wall = (System.nanoTime() - this.startedAt) / 1e9;
		if (this.process.exitValue() != 0 && this.process.exitValue() != 4) {
			throw new IllegalStateException("The process ended with " + this.process.exitValue() + ", see " + this.log);
		}
	}

	/** Linux keeps the peak of a process's resident memory as long as it lives. */
	private long peak() throws IOException {
		try {
			return Files.readAllLines(Path.of("/proc/" + this.process.pid() + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (NoSuchFileException ex) {
			return 0;
		}
	}

	Path log() {
		return this.log;
	}

	double wall() {
		return this.wall;
	}

	double cpu() {
		return this.cpu.toMillis() / 1000.0;
	}

	double peakMegabytes() {
		return this.peakKilobytes / 1024.0;
	}

}
