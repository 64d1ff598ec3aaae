package dev.rollcall.account;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallLimiterTests {

	private final FakeTime time = new FakeTime();

	private final CallLimiter limiter = new CallLimiter(this.time);

	@Test
	void keepsPublishedRatesFromTheFirstCallOn() {
		assertThat(waits("account:ListRegions", 5)).containsOnly(Duration.ZERO);
		assertThat(millis("account:ListRegions")).isEqualTo(200);
		assertThat(millis("account:ListRegions")).isEqualTo(400);
	}

	@Test
	void letsASecondsWorthOfCallsThroughAfterARest() {
		waits("cloudtrail:DescribeTrails", 10);
		this.time.pass(Duration.ofSeconds(60));
		assertThat(waits("cloudtrail:DescribeTrails", 10)).containsOnly(Duration.ZERO);
		assertThat(millis("cloudtrail:DescribeTrails")).isEqualTo(100);
	}

	@Test
	void holdsNothingBackThatNobodyRefused() {
		assertThat(waits("iam:GetAccountSummary", 1000)).containsOnly(Duration.ZERO);
	}

	@Test
	void keepsRegionsAndOperationsApart() {
		waits("cloudtrail:DescribeTrails", 20);
		assertThat(this.limiter.reserve("eu-west-1", "cloudtrail:DescribeTrails")).isZero();
		assertThat(this.limiter.reserve("us-east-1", "cloudtrail:GetTrailStatus")).isZero();
	}

	@Test
	void pausesLongerWithEachRefusalInARow() {
		long[] shortest = { 375, 750, 1500, 3000, 6000, 12_000, 15_000, 15_000 };
		for (long least : shortest) {
			this.limiter.refused("us-east-1", "iam:GetUser");
			assertThat(millis("iam:GetUser")).isGreaterThanOrEqualTo(least).isLessThanOrEqualTo(60_000);
			this.time.pass(Duration.ofMinutes(2));
		}
	}

	@Test
	void learnsSevenTenthsOfTheRateThatWasRefused() {
		waits("iam:GetUser", 10);
		this.limiter.refused("us-east-1", "iam:GetUser");
		this.time.pass(Duration.ofSeconds(10));
		assertThat(millis("iam:GetUser")).isZero();
		assertThat(millis("iam:GetUser")).isEqualTo(142);
		assertThat(millis("iam:GetUser")).isEqualTo(285);
	}

	@Test
	void quickensWithEachAnswerUpToThePublishedRate() {
		for (int i = 0; i < 20; i++) {
			this.limiter.refused("us-east-1", "account:ListRegions");
		}
		for (int i = 0; i < 1000; i++) {
			this.limiter.answered("us-east-1", "account:ListRegions");
		}
		this.time.pass(Duration.ofMinutes(5));
		assertThat(waits("account:ListRegions", 5)).containsOnly(Duration.ZERO);
		assertThat(millis("account:ListRegions")).isEqualTo(200);
	}

	@Test
	void neverSlowsBelowACallInFiveSeconds() {
		for (int i = 0; i < 100; i++) {
			this.limiter.refused("us-east-1", "iam:GetUser");
			this.time.pass(Duration.ofMinutes(1));
		}
		this.time.pass(Duration.ofMinutes(5));
		assertThat(millis("iam:GetUser")).isZero();
		assertThat(millis("iam:GetUser")).isEqualTo(5000);
	}

	@Test
	void slowsOnceForRefusalsThatComeTogether() {
		for (int i = 0; i < 100; i++) {
			this.limiter.refused("us-east-1", "iam:GetUser");
		}
		this.time.pass(Duration.ofMinutes(5));
		assertThat(millis("iam:GetUser")).isZero();
		assertThat(millis("iam:GetUser")).isEqualTo(1428);
	}

	private List<Duration> waits(String operation, int calls) {
		return Stream.generate(() -> this.limiter.reserve("us-east-1", operation)).limit(calls).toList();
	}

	private long millis(String operation) {
		return this.limiter.reserve("us-east-1", operation).plusNanos(1000).toMillis();
	}

}
