package dev.rollcall.simulator.service;

import java.time.Duration;
import java.time.Instant;

import dev.rollcall.simulator.world.Dice;

/** Times of things that happened in the simulated organization; always the same. */
final class Times {

	private static final Instant NEWEST = Instant.parse("2026-01-01T00:00:00Z");

	private static final int HOURS = 365 * 24;

	private Times() {
	}

	/** A time within the year before 2026. */
	static Instant of(Dice dice) {
		return NEWEST.minus(Duration.ofHours(1 + dice.below(HOURS)));
	}

	static Instant of(int position, String what) {
		return of(Dice.of(position).with(what));
	}

}
