package dev.rollcall.account;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotsTests {

	private final FakeTime time = new FakeTime();

	private final Lateness lateness = new Lateness(this.time);

	@Test
	void opensWithFewAndOneMoreWithEachAnswer() throws InterruptedException {
		Slots slots = new Slots(18, this.lateness);
		assertThat(slots.available()).isEqualTo(4);
		for (int answers = 0; answers < 15; answers++) {
			slots.acquire();
			slots.answered();
			slots.release();
		}
		assertThat(slots.available()).isEqualTo(18);
	}

	@Test
	void hasNoMoreThanItMay() throws InterruptedException {
		Slots slots = new Slots(1, this.lateness);
		slots.acquire();
		slots.answered();
		assertThat(slots.available()).isZero();
		slots.release();
		assertThat(slots.available()).isEqualTo(1);
	}

	@Test
	void closesWhileThisProgramIsLateAndOpensWhenItIsNot() throws InterruptedException {
		Slots slots = new Slots(100, this.lateness);
		answer(slots, 96);
		assertThat(slots.available()).isEqualTo(100);
		late(Duration.ofMillis(600));
		answer(slots, 1);
		assertThat(slots.available()).isEqualTo(70);
		for (int look = 0; look < 20; look++) {
			late(Duration.ofMillis(600));
			answer(slots, 1);
		}
		assertThat(slots.available()).isEqualTo(8);
		this.time.pass(Duration.ofSeconds(1));
		answer(slots, 12);
		assertThat(slots.available()).isEqualTo(20);
	}

	@Test
	void givesNoneBackBeforeThoseInUseAreFewEnough() throws InterruptedException {
		Slots slots = new Slots(16, this.lateness);
		answer(slots, 12);
		for (int taken = 0; taken < 16; taken++) {
			slots.acquire();
		}
		late(Duration.ofMillis(600));
		slots.release();
		assertThat(slots.available()).isEqualTo(-4);
	}

	private void late(Duration by) {
		this.lateness.set();
		this.time.pass(Lateness.TICK.plus(by));
		this.lateness.came();
	}

	private static void answer(Slots slots, int times) throws InterruptedException {
		for (int i = 0; i < times; i++) {
			slots.acquire();
			slots.release();
			slots.answered();
		}
	}

}
