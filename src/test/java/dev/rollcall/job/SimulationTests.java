package dev.rollcall.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import dev.rollcall.control.ControlCatalog;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.dataset.SimulatedOutput;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.job.SimulatedLaunch.Strike;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole small nights in one process, without sockets or workbook, each drawn from a seed:
 * {@code -Drollcall.seed=N} begins at another one, {@code -Drollcall.seeds=1} runs it
 * alone, and so replays what failed.
 */
@Tag("once")
class SimulationTests {

	private static final int SEEDS = 16;

	private static final int SOAK = 2_000;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	/** What is struck down says so at length. */
	@BeforeAll
	static void beQuiet() {
		LoggingSystem logging = LoggingSystem.get(SimulationTests.class.getClassLoader());
		logging.setLogLevel("org.springframework.batch", LogLevel.OFF);
		logging.setLogLevel("dev.rollcall", LogLevel.ERROR);
	}

	@Test
	@SuppressWarnings("SystemOut")
	void holdsTheInvariantsWhateverHappens() throws Exception {
		ControlCatalog controls = FewControls.in(this.directory, SimulatedLaunch.SOURCES);
		long first = Long.getLong("rollcall.seed", 1);
		int seeds = Integer.getInteger("rollcall.seeds", Boolean.getBoolean("rollcall.soak") ? SOAK : SEEDS);
		int strikes = LongStream.range(first, first + seeds).parallel().mapToInt((seed) -> run(seed, controls)).sum();
		System.out.printf("N simulation: %d injected, %d held (seeds %d to %d, %d nights)%n", strikes, strikes, first,
				first + seeds - 1, seeds);
		assertThat(strikes).isPositive();
	}

	private int run(long seed, ControlCatalog controls) {
		SimulatedWorld world = new SimulatedWorld(seed);
		SimulatedBucket clean = new SimulatedBucket();
		SimulatedLaunch whole = new SimulatedLaunch("clean", world, controls, clean, new NightMode(false, false),
				Strike.NONE, () -> {
				});
		List<String> story = new ArrayList<>();
		try {
			SimulatedLaunch.Ending ending = whole.run();
			SimulatedHistory history = new SimulatedHistory(seed, world, controls, whole.events(), story);
			assertThat(ending.isPublished()).as("a night that nothing happens to: %s", ending).isTrue();
			history.run();
			judge(world, history, copied(clean, seed + "-clean"), copied(history.bucket(), seed + "-history"));
			return history.strikes();
		}
		catch (AssertionError | Exception ex) {
			throw new AssertionError(
					"Seed " + seed + " (-Drollcall.seed=" + seed + " -Drollcall.seeds=1): " + String.join("; ", story),
					ex);
		}
	}

	private static void judge(SimulatedWorld world, SimulatedHistory history, Path clean, Path left) throws Exception {
		try (SimulatedNights nights = new SimulatedNights(left);
				SimulatedNights expected = new SimulatedNights(clean)) {
			nights.verify();
			nights.holdCommitsTo(history.published());
			nights.countCells(world.accounts().size(), world.regions().size());
			nights.holdVerdictsToCells();
			nights.readThroughViews();
			nights.compare(expected);
		}
		assertThat(leftAfterClearing(history.bucket())).as("what the next night leaves of dead runs").isEmpty();
	}

	/** A run that never heard of its commit leaves its staging to the next night. */
	private static List<String> leftAfterClearing(SimulatedBucket bucket) {
		SimulatedOutput output = new SimulatedOutput(bucket, SimulatedOutput.Fate.NONE, () -> {
		});
		try (Workspace workspace = new Workspace()) {
			new Leftovers(output, workspace).clear();
		}
		return output.list("staging/");
	}

	private Path copied(SimulatedBucket bucket, String name) {
		Path copy = this.directory.resolve(name);
		new SimulatedOutput(bucket, SimulatedOutput.Fate.NONE, () -> {
		}).copyTo(copy);
		return copy;
	}

}
