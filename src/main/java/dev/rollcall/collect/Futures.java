package dev.rollcall.collect;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Waits for several things without a thread. */
final class Futures {

	private Futures() {
	}

	/** All of them, in their order; the first failure once all have ended. */
	static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
		List<CompletableFuture<T>> each = List.copyOf(futures);
		return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
			.thenApply((done) -> each.stream().map(CompletableFuture::join).toList());
	}

}
