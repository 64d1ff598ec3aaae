package dev.rollcall.collect;

import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work that blocks, many pieces at once.
 *
 * @param atOnce how many may be begun and not yet taken
 */
record SideBySide(Executor executor, int atOnce) {

	/**
	 * Does a piece of work for each item; returns when all is done.
	 * @param use is given what each piece made as it ends, by the calling thread
	 * @throws CancellationException where the night is being stopped
	 */
	<T, R> void each(Collection<T> items, Function<T, R> work, Consumer<R> use) {
		BlockingQueue<CompletableFuture<R>> ended = new LinkedBlockingQueue<>();
		Iterator<T> waiting = items.iterator();
		int underWay = 0;
		while (waiting.hasNext() || underWay > 0) {
			for (; waiting.hasNext() && underWay < this.atOnce; underWay++) {
				T item = waiting.next();
				CompletableFuture<R> begun = CompletableFuture.supplyAsync(() -> work.apply(item), this.executor);
				begun.whenComplete((made, failure) -> ended.add(begun));
			}
			use.accept(take(ended).join());
			underWay--;
		}
	}

	private static <R> CompletableFuture<R> take(BlockingQueue<CompletableFuture<R>> ended) {
		try {
			return ended.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("The night is being stopped");
		}
	}

}
