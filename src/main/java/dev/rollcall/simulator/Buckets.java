package dev.rollcall.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import dev.rollcall.simulator.service.Rate;

/** The token buckets of a running server. */
final class Buckets {

	/** A bucket that is full again is one that was never touched. */
	private static final int SWEPT_AT = 50_000;

	private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

	private final LongSupplier nanoTime;

	Buckets(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** Takes a token, if there is one. */
	boolean take(int account, String region, String operation, Rate rate) {
		if (rate.isUnlimited()) {
			return true;
		}
		long now = this.nanoTime.getAsLong();
		if (this.buckets.size() > SWEPT_AT) {
			this.buckets.values().removeIf((bucket) -> bucket.isFull(now));
		}
		return this.buckets.computeIfAbsent(new Key(account, region, operation), (key) -> new Bucket(rate, now))
			.take(now);
	}

	private record Key(int account, String region, String operation) {

	}

	private static final class Bucket {

		private final Rate rate;

		private double tokens;

		private long filledAt;

		Bucket(Rate rate, long now) {
			this.rate = rate;
			this.tokens = rate.burst();
			this.filledAt = now;
		}

		synchronized boolean take(long now) {
			this.tokens = at(now);
			this.filledAt = now;
			if (this.tokens < 1) {
				return false;
			}
			this.tokens--;
			return true;
		}

		synchronized boolean isFull(long now) {
			return at(now) >= this.rate.burst();
		}

		private double at(long now) {
			return Math.min(this.rate.burst(), this.tokens + (now - this.filledAt) / 1e9 * this.rate.perSecond());
		}

	}

}
