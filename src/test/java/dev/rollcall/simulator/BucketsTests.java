package dev.rollcall.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.rollcall.simulator.service.Rate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BucketsTests {

	private final AtomicLong now = new AtomicLong();

	private final Buckets buckets = new Buckets(this.now::get);

	@Test
	void allowsABurstThenTheRate() {
		assertThat(take(1)).isTrue();
		assertThat(take(1)).isTrue();
		assertThat(take(1)).isFalse();
		this.now.addAndGet(500_000_000L);
		assertThat(take(1)).isTrue();
		assertThat(take(1)).isFalse();
	}

	@Test
	void keepsABucketForEachAccount() {
		assertThat(List.of(take(1), take(1), take(1))).containsExactly(true, true, false);
		assertThat(List.of(take(2), take(2), take(2))).containsExactly(true, true, false);
	}

	@Test
	void holdsNoMoreThanABurstHoweverLongItWaits() {
		this.now.addAndGet(3_600_000_000_000L);
		assertThat(List.of(take(1), take(1), take(1))).containsExactly(true, true, false);
	}

	private boolean take(int account) {
		return this.buckets.take(account, "us-east-1", "config:DescribeConfigRules", new Rate(2, 2));
	}

}
