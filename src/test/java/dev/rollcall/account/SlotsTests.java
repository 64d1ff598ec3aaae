package dev.rollcall.account;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotsTests {

	@Test
	void opensWithFewAndOneMoreWithEachAnswer() throws InterruptedException {
		Slots slots = new Slots(18);
		assertThat(slots.available()).isEqualTo(16);
		for (int answers = 0; answers < 5; answers++) {
			slots.acquire();
			slots.answered();
			slots.release();
		}
		assertThat(slots.available()).isEqualTo(18);
	}

	@Test
	void hasNoMoreThanItMay() throws InterruptedException {
		Slots slots = new Slots(1);
		slots.acquire();
		slots.answered();
		assertThat(slots.available()).isZero();
		slots.release();
		assertThat(slots.available()).isEqualTo(1);
	}

}
