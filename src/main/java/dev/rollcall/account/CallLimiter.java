package dev.rollcall.account;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * One token bucket for each (Region, operation) of one signing account. AWS keeps its
 * buckets by signing account, Region and operation, so one limiter belongs to one set of
 * credentials. Rates that AWS publishes are kept from the first call on; any other is
 * unlimited until it is first refused, then learned: multiplied down on a refusal, added
 * to on an answer.
 */
final class CallLimiter {

	private static final double SLOWEST = 0.2;

	private static final double LONGEST_BACKOFF_SECONDS = 20;

	/**
	 * Calls per second that AWS documents per account and Region: CloudTrail's limits
	 * page, the quotas page of Account Management, the STS quota.
	 */
	private static final Map<String, Double> PUBLISHED = Map.of("sts:AssumeRole", 600.0, "account:ListRegions", 5.0,
			"cloudtrail:DescribeTrails", 10.0, "cloudtrail:GetTrailStatus", 10.0, "cloudtrail:GetEventSelectors", 10.0);

	private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

	private final LongSupplier nanoTime;

	CallLimiter(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** Takes a turn, and says how long to wait for it. */
	Duration reserve(String region, String operation) {
		return bucket(region, operation).reserve(this.nanoTime.getAsLong());
	}

	void answered(String region, String operation) {
		bucket(region, operation).answered();
	}

	void refused(String region, String operation) {
		bucket(region, operation).refused(this.nanoTime.getAsLong());
	}

	private Bucket bucket(String region, String operation) {
		return this.buckets.computeIfAbsent(region + ' ' + operation,
				(key) -> new Bucket(PUBLISHED.get(operation), this.nanoTime.getAsLong()));
	}

	private static final class Bucket {

		private final double ceiling;

		private final double burst;

		private double rate;

		private double earliest;

		private double pausedUntil;

		private int refusalsInRow;

		private int takenThisSecond;

		private double secondBegan;

		Bucket(@Nullable Double published, long now) {
			this.ceiling = (published != null) ? published : Double.POSITIVE_INFINITY;
			this.burst = (published != null) ? published : 1;
			this.rate = this.ceiling;
			this.earliest = seconds(now) - this.burst / this.rate;
			this.pausedUntil = seconds(now);
			this.secondBegan = seconds(now);
		}

		synchronized Duration reserve(long nanoTime) {
			double now = seconds(nanoTime);
			count(now);
			if (Double.isInfinite(this.rate)) {
				return wait(this.pausedUntil - now);
			}
			this.earliest = Math.max(this.earliest, now - this.burst / this.rate) + 1 / this.rate;
			return wait(Math.max(this.earliest, this.pausedUntil) - now);
		}

		synchronized void answered() {
			this.refusalsInRow = 0;
			if (this.rate < this.ceiling) {
				this.rate = Math.min(this.ceiling, this.rate + Math.max(0.05, 1 / (10 * this.rate)));
			}
		}

		/**
		 * Refusals of calls that were sent together count once: the bucket already waits.
		 */
		synchronized void refused(long nanoTime) {
			double now = seconds(nanoTime);
			if (now < this.pausedUntil) {
				return;
			}
			double known = Double.isInfinite(this.rate) ? Math.max(1, this.takenThisSecond) : this.rate;
			this.rate = Math.max(SLOWEST, known * 0.7);
			double backoff = Math.min(LONGEST_BACKOFF_SECONDS, 0.5 * Math.pow(2, Math.min(10, this.refusalsInRow)));
			this.refusalsInRow++;
			this.pausedUntil = Math.max(this.pausedUntil,
					now + backoff * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
		}

		private void count(double now) {
			if (now - this.secondBegan >= 1) {
				this.secondBegan = now;
				this.takenThisSecond = 0;
			}
			this.takenThisSecond++;
		}

		private static double seconds(long nanos) {
			return nanos / 1e9;
		}

		private static Duration wait(double seconds) {
			return Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
		}

	}

}
