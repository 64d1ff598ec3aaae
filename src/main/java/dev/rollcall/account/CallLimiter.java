package dev.rollcall.account;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import dev.rollcall.input.PublishedQuotas;

/**
 * One token bucket for each (Region, operation) of one signing account. AWS keeps its
 * buckets by signing account, Region and operation, so one limiter belongs to one set of
 * credentials. Rates that AWS publishes are kept from the first call on; any other is
 * unlimited until it is first refused, then learned: multiplied down on a refusal, added
 * to on an answer. Two refusals measure the rate: the bucket was empty at both, so what
 * was answered in between is what flowed in.
 */
final class CallLimiter {

	private static final double SLOWEST = 0.2;

	private static final double LONGEST_BACKOFF_SECONDS = 20;

	/**
	 * Refusals that lie closer together, or have fewer answers between, measure nothing.
	 */
	private static final double LEAST_MEASURED_SECONDS = 1;

	private static final int LEAST_MEASURED_ANSWERS = 4;

	private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

	private final LongSupplier nanoTime;

	CallLimiter(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** Takes a turn: a place in the line for a bucket. */
	Turn turn(String region, String operation) {
		Bucket bucket = bucket(region, operation);
		double ticket = bucket.draw(this.nanoTime.getAsLong());
		return () -> bucket.remaining(ticket, this.nanoTime.getAsLong());
	}

	void answered(String region, String operation) {
		bucket(region, operation).answered();
	}

	void refused(String region, String operation) {
		bucket(region, operation).refused(this.nanoTime.getAsLong());
	}

	private Bucket bucket(String region, String operation) {
		return this.buckets.computeIfAbsent(region + ' ' + operation,
				(key) -> new Bucket(PublishedQuotas.perSecond(operation), this.nanoTime.getAsLong()));
	}

	/** A place in the line for a bucket. */
	@FunctionalInterface
	interface Turn {

		/**
		 * How long until it comes, as fast as the line moves now; zero when it has come.
		 * What is learned meanwhile moves the line faster or slower.
		 */
		Duration remaining();

	}

	/**
	 * A line of tickets, let through at the bucket's rate: a change of the rate is felt
	 * by everybody who waits.
	 */
	private static final class Bucket {

		private final double ceiling;

		private final double burst;

		private double rate;

		/** Tickets drawn so far. */
		private double drawn;

		/** Tickets let through so far; beyond those drawn, what may come at once. */
		private double let;

		private double movedAt;

		private double pausedUntil;

		private int refusalsInRow;

		/** When the bucket was last known to be empty; before that, when it was made. */
		private double emptyAt;

		private boolean emptied;

		private int answeredSinceEmpty;

		private boolean measured;

		Bucket(OptionalDouble published, long now) {
			this.ceiling = published.orElse(Double.POSITIVE_INFINITY);
			this.burst = published.orElse(1);
			this.rate = this.ceiling;
			this.let = this.burst;
			this.movedAt = seconds(now);
			this.pausedUntil = seconds(now);
			this.emptyAt = seconds(now);
		}

		synchronized double draw(long nanoTime) {
			move(seconds(nanoTime));
			return ++this.drawn;
		}

		synchronized Duration remaining(double ticket, long nanoTime) {
			double now = seconds(nanoTime);
			move(now);
			double pause = Math.max(0, this.pausedUntil - now);
			return wait(pause + Math.max(0, ticket - this.let) / this.rate);
		}

		private void move(double now) {
			if (Double.isInfinite(this.rate)) {
				this.let = this.drawn + this.burst;
			}
			else {
				double moving = Math.max(0, now - Math.max(this.movedAt, this.pausedUntil));
				this.let = Math.min(this.drawn + this.burst, this.let + moving * this.rate);
			}
			this.movedAt = Math.max(this.movedAt, now);
		}

		synchronized void answered() {
			this.refusalsInRow = 0;
			this.answeredSinceEmpty++;
			if (this.rate < this.ceiling) {
				double more = this.measured ? this.rate / 500 : Math.max(0.05, 1 / (10 * this.rate));
				this.rate = Math.min(this.ceiling, this.rate + more);
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
			move(now);
			slow(now);
			double backoff = (this.measured && this.refusalsInRow == 0) ? 2 / this.rate
					: Math.min(LONGEST_BACKOFF_SECONDS, 0.5 * Math.pow(2, Math.min(10, this.refusalsInRow)));
			this.refusalsInRow++;
			this.pausedUntil = now + backoff * ThreadLocalRandom.current().nextDouble(0.75, 1.25);
			// Whoever comes during the pause is not let through all at once after it.
			this.let = Math.min(this.let, this.drawn);
		}

		private void slow(double now) {
			double since = Math.max(1, now - this.emptyAt);
			double answered = Math.max(1, this.answeredSinceEmpty) / since;
			double known = Double.isInfinite(this.rate) ? answered : this.rate;
			double slower = known * 0.7;
			if (this.emptied && now - this.emptyAt >= LEAST_MEASURED_SECONDS
					&& this.answeredSinceEmpty >= LEAST_MEASURED_ANSWERS) {
				this.measured = true;
				slower = Math.max(slower, 0.98 * Math.min(known, answered));
			}
			this.rate = Math.max(SLOWEST, slower);
			this.emptied = true;
			this.emptyAt = now;
			this.answeredSinceEmpty = 0;
		}

		private static double seconds(long nanos) {
			return nanos / 1e9;
		}

		private static Duration wait(double seconds) {
			return Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
		}

	}

}
