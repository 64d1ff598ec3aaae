package dev.rollcall.job;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * What cells run on, each blocking while AWS is called.
 *
 * @param cellsAhead cells begun and not ended for each call in flight; a cell that waits
 * for its turn holds no slot, and costs a thread
 * @param closing ends the threads
 */
record CellThreads(Executor executor, int cellsAhead, Runnable closing) implements AutoCloseable {

	private static final int CELLS_AHEAD = 8;

	/** The same where each of these threads is one of the operating system's. */
	private static final int CELLS_AHEAD_ON_PLATFORM_THREADS = 4;

	/** A cell's stack is shallow. */
	private static final long STACK_BYTES = 256 * 1024L;

	/** From this version on, a virtual thread that blocks inside a lock gives way. */
	private static final int VIRTUAL_THREADS = 24;

	/** The threads that suit this runtime. */
	static CellThreads ofRuntime() {
		if (Runtime.version().feature() >= VIRTUAL_THREADS) {
			return new CellThreads(new VirtualThreadTaskExecutor("cell-"), CELLS_AHEAD, () -> {
			});
		}
		ExecutorService pool = Executors.newCachedThreadPool((cell) -> {
			Thread thread = new Thread(null, cell, "cell", STACK_BYTES);
			thread.setDaemon(true);
			return thread;
		});
		return new CellThreads(pool, CELLS_AHEAD_ON_PLATFORM_THREADS, pool::shutdownNow);
	}

	@Override
	public void close() {
		this.closing.run();
	}

}
