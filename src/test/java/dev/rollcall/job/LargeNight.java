package dev.rollcall.job;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.rollcall.collect.Cells;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.job.SimulatedLaunch.Strike;

/**
 * A whole night, but for the workbook, over a small organization with one cell as large
 * as that of a very large one. Run in a process of its own.
 */
final class LargeNight {

	private LargeNight() {
	}

	/**
	 * Makes the night, and leaves what it published.
	 * @param arguments a directory, and how many accounts the large cell is about
	 */
	public static void main(String[] arguments) throws Exception {
		Path directory = Path.of(arguments[0]);
		SourceCatalog sources = Cells.shippedAnd(new StackInstanceSource(Integer.parseInt(arguments[1])));
		SimulatedBucket bucket = new SimulatedBucket();
		ExecutorService threads = Executors.newCachedThreadPool();
		SimulatedLaunch launch = new SimulatedLaunch("large", new SimulatedWorld(1), FewControls.in(directory, sources),
				bucket, new NightMode(false, false), Strike.NONE, () -> {
				})
			.asking(sources, new CellThreads(threads, 4, threads::shutdownNow));
		SimulatedLaunch.Ending ending = launch.run();
		if (!ending.isPublished()) {
			throw new IllegalStateException("The night is not published", ending.failure());
		}
		launch.output().copyTo(directory.resolve("nights"));
	}

}
