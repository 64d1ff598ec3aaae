package dev.rollcall.account;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
		assertThat(this.limiter.turn("eu-west-1", "cloudtrail:DescribeTrails").remaining()).isZero();
		assertThat(this.limiter.turn("us-east-1", "cloudtrail:GetTrailStatus").remaining()).isZero();
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
	void learnsSevenTenthsOfTheRateThatWasAnsweredBeforeTheFirstRefusal() {
		waits("iam:GetUser", 12);
		for (int i = 0; i < 10; i++) {
			this.limiter.answered("us-east-1", "iam:GetUser");
		}
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

	/** A bucket that nobody publishes, and more calls waiting for it than it allows. */
	@ParameterizedTest
	@CsvSource({ "8, 15", "2, 4", "50, 100" })
	void comesNearARateThatNobodyPublishes(double perSecond, double burst) {
		ThrottledService service = new ThrottledService(perSecond, burst);
		int answered = service.serve(this.limiter, this.time, 64, Duration.ofMinutes(3));
		assertThat(answered).isGreaterThan((int) (0.93 * (perSecond * 180 + burst)));
		assertThat(service.refused).isLessThan(70 + answered / 30);
	}

	/** Calls that begin at once, each again as soon as it ends. */
	private static final class ThrottledService {

		private static final String OPERATION = "organizations:ListTagsForResource";

		private final double perSecond;

		private final double burst;

		private double tokens;

		private long filledAt;

		private int refused;

		ThrottledService(double perSecond, double burst) {
			this.perSecond = perSecond;
			this.burst = burst;
			this.tokens = burst;
		}

		int serve(CallLimiter limiter, FakeTime time, int callers, Duration duration) {
			PriorityQueue<Waiting> line = new PriorityQueue<>(Comparator.comparingLong(Waiting::until));
			long end = time.getAsLong() + duration.toNanos();
			this.filledAt = time.getAsLong();
			for (int i = 0; i < callers; i++) {
				line.add(new Waiting(limiter.turn("us-east-1", OPERATION), time.getAsLong()));
			}
			int answered = 0;
			while (line.peek().until() < end) {
				Waiting first = line.remove();
				time.pass(Duration.ofNanos(Math.max(0, first.until() - time.getAsLong())));
				Duration wait = first.turn().remaining();
				if (!wait.isZero()) {
					long look = Math.min(1_000_000_000L, wait.toNanos());
					line.add(new Waiting(first.turn(), time.getAsLong() + look));
					continue;
				}
				if (take(time.getAsLong())) {
					answered++;
					limiter.answered("us-east-1", OPERATION);
				}
				else {
					this.refused++;
					limiter.refused("us-east-1", OPERATION);
				}
				line.add(new Waiting(limiter.turn("us-east-1", OPERATION), time.getAsLong() + 60_000_000L));
			}
			return answered;
		}

		private boolean take(long now) {
			this.tokens = Math.min(this.burst, this.tokens + (now - this.filledAt) / 1e9 * this.perSecond);
			this.filledAt = now;
			if (this.tokens < 1) {
				return false;
			}
			this.tokens--;
			return true;
		}

		/** A caller, and when it looks whether its turn has come. */
		private record Waiting(CallLimiter.Turn turn, long until) {

		}

	}

	private List<Duration> waits(String operation, int calls) {
		return Stream.generate(() -> this.limiter.turn("us-east-1", operation).remaining()).limit(calls).toList();
	}

	private long millis(String operation) {
		return this.limiter.turn("us-east-1", operation).remaining().plusNanos(1000).toMillis();
	}

}
