package dev.rollcall.account;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatientTimerTests {

	private static final long HOUR = Duration.ofHours(1).toNanos();

	private final AtomicLong clock = new AtomicLong();

	private final AtomicInteger looks = new AtomicInteger();

	/** Each look at the clock finds it a millisecond on. */
	private final Lateness lateness = new Lateness(() -> {
		this.looks.incrementAndGet();
		return this.clock.addAndGet(1_000_000);
	});

	private final PatientTimer timer = new PatientTimer(this.lateness, Duration.ofMinutes(1));

	@AfterEach
	void stop() {
		this.timer.shutdownNow();
	}

	@Test
	void comesWhenItsTimeIsOver() throws Exception {
		AtomicInteger came = new AtomicInteger();
		ScheduledFuture<?> deadline = this.timer.schedule(came::incrementAndGet, 1, TimeUnit.MILLISECONDS);
		this.timer.sends();
		deadline.get();
		assertThat(came).hasValue(1);
	}

	@Test
	void beginsWithTheRequestThatIsSent() {
		ScheduledFuture<?> attempt = this.timer.schedule(() -> {
		}, 1, TimeUnit.MINUTES);
		assertThat(this.timer.getQueue()).isEmpty();
		this.clock.addAndGet(HOUR);
		this.timer.sends();
		assertThat(this.timer.getQueue()).hasSize(1);
		assertThat(attempt.getDelay(TimeUnit.SECONDS)).isBetween(50L, 60L);
	}

	@Test
	void beginsAtOnceWhereItIsLongerThanAnAttempts() {
		this.timer.schedule(() -> {
		}, 2, TimeUnit.MINUTES);
		assertThat(this.timer.getQueue()).hasSize(1);
	}

	@Test
	void beginsForNoAttemptThatEndedUnsent() {
		this.timer.schedule(() -> {
		}, 1, TimeUnit.MINUTES).cancel(false);
		this.timer.sends();
		assertThat(this.timer.getQueue()).isEmpty();
	}

	@Test
	void doesNotComeInTheTimeThatThisProgramLoses() throws Exception {
		this.lateness.set();
		this.clock.addAndGet(HOUR);
		ScheduledFuture<?> deadline = this.timer.schedule(() -> {
		}, 1, TimeUnit.MILLISECONDS);
		this.timer.sends();
		int before = this.looks.get();
		while (this.looks.get() < before + 20) {
			Thread.onSpinWait();
		}
		assertThat(deadline.isDone()).isFalse();
		this.lateness.came();
		deadline.get();
		assertThat(this.lateness.lost()).isGreaterThanOrEqualTo(HOUR - Duration.ofSeconds(1).toNanos());
	}

	@Test
	void leavesNothingBehindWhereItIsCancelled() {
		ScheduledFuture<?> deadline = this.timer.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		assertThat(deadline.cancel(false)).isTrue();
		assertThat(deadline.isCancelled()).isTrue();
		assertThat(this.timer.getQueue()).isEmpty();
	}

}
