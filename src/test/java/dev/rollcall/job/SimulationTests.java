package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.rollcall.control.ControlCatalog;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.dataset.SimulatedOutput;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.JobConfig;
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

	private static final int SEEDS = 200;

	private static final int SOAK = 2_000;

	/** Enough to judge accounts, Regions, projections and what comes from elsewhere. */
	private static final List<String> CONTROLS = List.of("root/root.mfa.sql", "config/config.recorder_running.sql",
			"cloudtrail/cloudtrail.enabled.sql", "accessanalyzer/accessanalyzer.enabled_every_region.sql");

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
		ControlCatalog controls = controls();
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

	/** The shipped configuration with a few of the controls, which take their time. */
	private ControlCatalog controls() throws IOException {
		Path shipped = Path.of("job-config");
		Path few = this.directory.resolve("job-config");
		try (Stream<Path> files = Files.walk(shipped)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String path = shipped.relativize(file).toString();
				if (!path.startsWith("controls/") || CONTROLS.contains(path.substring("controls/".length()))) {
					Files.createDirectories(few.resolve(path).resolveSibling("."));
					Files.copy(file, few.resolve(path));
				}
			}
		}
		return ControlCatalog.load(JobConfig.find(few.toString()), NightApplication.shape(SimulatedLaunch.SOURCES));
	}

}
