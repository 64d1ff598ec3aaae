package dev.rollcall.account;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LatenessTests {

	private final FakeTime time = new FakeTime();

	private final Lateness lateness = new Lateness(this.time);

	@Test
	void isNoneWhileNobodyWatches() {
		this.time.pass(Duration.ofHours(1));
		assertThat(this.lateness.lost()).isZero();
		assertThat(this.lateness.ownTime()).isEqualTo(Duration.ofHours(1).toNanos());
	}

	@Test
	void isNoneWhereTheTimerComesAsTimersDo() {
		this.lateness.set();
		this.time.pass(Lateness.TICK.plusMillis(5));
		this.lateness.came();
		assertThat(this.lateness.lost()).isZero();
	}

	@Test
	void isByHowMuchTheTimerCameTooLate() {
		this.lateness.set();
		this.time.pass(Duration.ofMillis(325));
		this.lateness.came();
		this.lateness.set();
		this.time.pass(Duration.ofMillis(125));
		this.lateness.came();
		assertThat(Duration.ofNanos(this.lateness.lost())).isEqualTo(Duration.ofMillis(400));
	}

	@Test
	void countsWhatIsBeingLostBeforeTheTimerComes() {
		this.lateness.set();
		this.time.pass(Duration.ofSeconds(60).plusMillis(25));
		assertThat(Duration.ofNanos(this.lateness.lost())).isEqualTo(Duration.ofSeconds(60));
		assertThat(Duration.ofNanos(this.lateness.ownTime())).isEqualTo(Duration.ofMillis(25));
		this.lateness.came();
		assertThat(Duration.ofNanos(this.lateness.lost())).isEqualTo(Duration.ofSeconds(60));
	}

	@Test
	void isWatchedUntilTheWatchIsClosed() {
		int[] ticks = { 0 };
		LatenessWatch[] watch = new LatenessWatch[1];
		watch[0] = new LatenessWatch(this.lateness, (duration) -> {
			this.time.pass(duration.plusMillis(105));
			if (++ticks[0] == 3) {
				watch[0].close();
			}
		});
		watch[0].start(Runnable::run);
		assertThat(Duration.ofNanos(this.lateness.lost())).isEqualTo(Duration.ofMillis(300));
	}

}
