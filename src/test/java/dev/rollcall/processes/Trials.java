package dev.rollcall.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The cases of a suite. Several run side by side, each against an organization of its
 * own; what one that did not hold left behind stays under {@code target/processes}.
 */
final class Trials {

	private static final int LANES = Integer.getInteger("rollcall.lanes", 2);

	/** A pattern; only trials whose names it is found in are run. */
	private static final Pattern ONLY = Pattern.compile(System.getProperty("rollcall.only", ""));

	private final String suite;

	private final Path directory;

	private final Map<String, Trial> trials = new LinkedHashMap<>();

	private final Queue<String> faults = new ConcurrentLinkedQueue<>();

	Trials(String suite) {
		this.suite = suite;
		this.directory = Path.of("target", "processes", suite.replace(' ', '-'));
	}

	/** Whether everything runs, and not a sample. */
	static boolean isSoak() {
		return Boolean.getBoolean("rollcall.soak");
	}

	/** What random moments are drawn with. */
	static long seed() {
		return Long.getLong("rollcall.seed", 1);
	}

	void add(String name, Trial trial) {
		if (!ONLY.matcher(name).find()) {
			return;
		}
		assertThat(this.trials.put(name, trial)).as("another trial named '%s'", name).isNull();
	}

	/** Runs all, and fails naming those that did not hold. */
	@SuppressWarnings("SystemOut")
	void run(String scenario) throws IOException, InterruptedException, ExecutionException {
		assumeTrue(ONLY.pattern().isEmpty() || !this.trials.isEmpty(), "Did not run: rollcall.only names no trial");
		delete(this.directory);
		Queue<Map.Entry<String, Trial>> open = new ConcurrentLinkedQueue<>(this.trials.entrySet());
		ExecutorService lanes = Executors.newFixedThreadPool(LANES);
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < Math.min(LANES, this.trials.size()); i++) {
			Path lane = this.directory.resolve("lane-" + i);
			running.add(lanes.submit(() -> {
				walk(open, scenario, lane);
				return null;
			}));
		}
		lanes.shutdown();
		for (Future<?> lane : running) {
			lane.get();
		}
		System.out.printf("%s: %d injected, %d held (seed %d)%n", this.suite, this.trials.size(),
				this.trials.size() - this.faults.size(), seed());
		assertThat(this.faults).isEmpty();
		assertThat(this.trials).isNotEmpty();
	}

	private void walk(Queue<Map.Entry<String, Trial>> open, String scenario, Path lane) throws Exception {
		try (Site site = Site.start(scenario, Files.createDirectories(lane))) {
			for (Map.Entry<String, Trial> next = open.poll(); next != null; next = open.poll()) {
				attempt(site, next.getKey(), next.getValue());
			}
		}
	}

	@SuppressWarnings("SystemOut")
	private void attempt(Site site, String name, Trial trial) throws IOException {
		Path own = Files.createDirectories(this.directory.resolve(name.replaceAll("[^A-Za-z0-9]+", "-")));
		long begun = System.nanoTime();
		try {
			trial.run(site, own.toAbsolutePath());
			delete(own);
		}
		catch (Exception | AssertionError ex) {
			this.faults.add(name + " (seed " + seed() + ", in " + own + "): " + ex);
			System.out.printf("%s: %s did not hold: %s%n", this.suite, name, ex);
		}
		if (isSoak()) {
			System.out.printf("%s: %s took %.1f s%n", this.suite, name, (System.nanoTime() - begun) / 1e9);
		}
	}

	static void delete(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return;
		}
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	/** One of them. */
	@FunctionalInterface
	interface Trial {

		/**
		 * Runs.
		 * @param directory its own, which is deleted if it holds
		 */
		void run(Site site, Path directory) throws Exception;

	}

}
