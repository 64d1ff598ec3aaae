package dev.rollcall.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves that a server decides conditional puts one after the other, before anything is
 * concluded from races on it.
 */
final class AtomicBucket {

	private static final int ROUNDS = 30;

	private static final int WRITERS = 8;

	private AtomicBucket() {
	}

	/** Fails where a round of puts has other than one winner. */
	static void require(S3Client s3) throws Exception {
		ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
		try {
			for (int round = 0; round < ROUNDS; round++) {
				String key = "atomic/" + round;
				assertThat(winners(s3, writers, key, null)).as("winners of If-None-Match, round %d", round).isOne();
				String tag = s3.headObject((request) -> request.bucket(Site.BUCKET).key(key)).eTag();
				assertThat(winners(s3, writers, key, tag)).as("winners of If-Match, round %d", round).isOne();
			}
		}
		finally {
			writers.shutdownNow();
		}
	}

	private static long winners(S3Client s3, ExecutorService writers, String key, @Nullable String tag)
			throws Exception {
		CyclicBarrier start = new CyclicBarrier(WRITERS);
		List<Callable<Boolean>> puts = new ArrayList<>();
		for (int i = 0; i < WRITERS; i++) {
			String content = "writer " + i + ", after " + tag;
			puts.add(() -> {
				start.await();
				return put(s3, key, content, tag);
			});
		}
		long winners = 0;
		for (Future<Boolean> put : writers.invokeAll(puts)) {
			winners += put.get() ? 1 : 0;
		}
		return winners;
	}

	private static boolean put(S3Client s3, String key, String content, @Nullable String tag) {
		try {
			s3.putObject((request) -> request.bucket(Site.BUCKET)
				.key(key)
				.ifMatch(tag)
				.ifNoneMatch((tag == null) ? "*" : null), RequestBody.fromString(content));
			return true;
		}
		catch (S3Exception ex) {
			assertThat(ex.statusCode()).isIn(409, 412);
			return false;
		}
	}

}
