package dev.rollcall.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rollcall.simulator.world.World;

/**
 * A night to be measured.
 *
 * @param latency whether calls take time
 * @param quotas what the quotas are multiplied by; 0: there are none
 * @param poison whether one account in a hundred is throttled for ever and another hangs
 * @param way how the organization is walked
 */
record Case(String name, int accounts, int regions, boolean latency, double quotas, boolean poison, Way way) {

	static final List<Case> ALL = List.of(night("20 × 3", 20, 3), night("100 × 17", 100, 17),
			night("500 × 17", 500, 17), night("1,000 × 17", 1_000, 17),
			night("100 × 17, latency", 100, 17).with(true, 0, false),
			night("1,000 × 17, latency", 1_000, 17).with(true, 0, false),
			night("1,000 × 17, latency, quotas", 1_000, 17).with(true, 1, false),
			night("100 × 17, latency, quotas at a quarter", 100, 17).with(true, 0.25, false),
			night("1,000 × 17, latency, poison", 1_000, 17).with(true, 0, true),
			night("1,000 × 17, killed at half way", 1_000, 17).by(Way.KILLED_NIGHT),
			night("100 × 17, latency, a client an account", 100, 17).with(true, 0, false).by(Way.CLIENT_AN_ACCOUNT),
			night("100 × 17, latency, stock chunk step", 100, 17).with(true, 0, false).by(Way.STOCK_CHUNK_STEP));

	/** How an organization is walked. */
	enum Way {

		NIGHT, KILLED_NIGHT, CLIENT_AN_ACCOUNT, STOCK_CHUNK_STEP

	}

	private static Case night(String name, int accounts, int regions) {
		return new Case(name, accounts, regions, false, 0, false, Way.NIGHT);
	}

	private Case with(boolean slow, double scale, boolean poisoned) {
		return new Case(this.name, this.accounts, this.regions, slow, scale, poisoned, this.way);
	}

	private Case by(Way other) {
		return new Case(this.name, this.accounts, this.regions, this.latency, this.quotas, this.poison, other);
	}

	/** The scenario file. None of the hand-written hard cases is in it. */
	String scenario() {
		return "seed: 3%naccounts: %d%ncast: 2%nregions: %d%n".formatted(this.accounts, this.regions)
				+ (this.latency ? "latency: {}%n".formatted() : "")
				+ ((this.quotas > 0) ? "quotas: {scale: %s}%n".formatted(this.quotas) : "")
				+ (this.poison ? "faults:%n%s%n".formatted(poisoned()) : "");
	}

	private String poisoned() {
		return IntStream.range(0, this.accounts / 100)
			.mapToObj((i) -> """
					- {account: "%s", operation: "config:DescribeConfigRules", fault: throttle}
					- {account: "%s", operation: "cloudtrail:DescribeTrails", fault: hang}"""
				.formatted(World.id(50 + 100 * i), World.id(51 + 100 * i)))
			.collect(Collectors.joining("\n"));
	}

}
