package dev.rollcall.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rollcall.simulator.world.Dice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LatencyTests {

	private final Dice dice = Dice.of(5);

	@Test
	void isTheSameForTheSameCall() {
		assertThat(of(Latency.DEFAULT, 3, 1)).isEqualTo(of(Latency.DEFAULT, 3, 1));
		assertThat(of(Latency.DEFAULT, 3, 1)).isNotEqualTo(of(Latency.DEFAULT, 3, 2));
	}

	@Test
	void liesAroundItsMedianAndFartherInFarRegions() {
		assertThat(median(0)).isBetween(Duration.ofMillis(45), Duration.ofMillis(75));
		assertThat(median(16).minus(median(0))).isBetween(Duration.ofMillis(175), Duration.ofMillis(185));
	}

	private Duration median(int place) {
		List<Duration> drawn = new ArrayList<>();
		for (int ordinal = 0; ordinal < 2_001; ordinal++) {
			of(Latency.DEFAULT, place, ordinal).ifPresent(drawn::add);
		}
		drawn.sort(null);
		return drawn.get(drawn.size() / 2);
	}

	@Test
	void hasStragglersAndBlackHolesInTheirShares() {
		Latency latency = new Latency(Duration.ofMillis(10), 0, Duration.ZERO, 0.1, Duration.ofSeconds(2),
				Duration.ofSeconds(5), 0.05);
		int slow = 0;
		int never = 0;
		for (int ordinal = 0; ordinal < 10_000; ordinal++) {
			Optional<Duration> drawn = of(latency, 0, ordinal);
			never += drawn.isEmpty() ? 1 : 0;
			slow += drawn.filter((duration) -> duration.compareTo(Duration.ofSeconds(2)) >= 0).isPresent() ? 1 : 0;
		}
		assertThat(never).isBetween(400, 600);
		assertThat(slow).isBetween(850, 1_150);
	}

	private Optional<Duration> of(Latency latency, int place, int ordinal) {
		return latency.of(this.dice, "config", place, 17, 3, "DescribeConfigRules", ordinal);
	}

}
