package dev.rollcall.account;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What became of the attempts of one call so far. */
final class Attempts {

	private static final int MOST = 3;

	/** Nothing of an account is seen where STS does not let us in. */
	private static final int MOST_TO_ENTER = 6;

	private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(8);

	private final RetryBudget budget;

	private final int most;

	/** When they began, put off by the waiting that AWS asked for. */
	private long since;

	private int failed;

	private boolean renewed;

	Attempts(String operation, RetryBudget budget, long now) {
		this.most = operation.equals(EntryRefusedException.OPERATION) ? MOST_TO_ENTER : MOST;
		this.budget = budget;
		this.since = now;
	}

	void waited(Duration duration) {
		this.since += duration.toNanos();
	}

	boolean renewsFirstTime() {
		boolean first = !this.renewed;
		this.renewed = true;
		return first && this.budget.take();
	}

	/**
	 * Whether there is another one after a failure, for a call not begun before.
	 * @param ofOurMaking whether AWS had no time to answer the failed one, which then is
	 * none of the three
	 */
	boolean allowAnother(long earliestBegin, boolean ofOurMaking) {
		if (ofOurMaking) {
			return this.budget.take();
		}
		this.failed++;
		return this.failed < this.most && this.since > earliestBegin && this.budget.take();
	}

	/**
	 * How long to wait before the next one: at random, so that cells do not beat in time.
	 */
	Duration backoff() {
		long longest = Math.min(LONGEST_BACKOFF.toMillis(), (long) (100 * Math.pow(3, this.failed)));
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest + 1));
	}

}
