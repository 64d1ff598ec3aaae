package dev.rollcall.simulator.world;

/**
 * Numbers that look random and follow from what they are about: the same seed, account,
 * Region and purpose give the same number, in any order and on any machine (SplitMix64).
 */
public record Dice(long state) {

	/** The dice of a seed. */
	public static Dice of(long seed) {
		return new Dice(mix(seed));
	}

	/** The dice of a part. */
	public Dice with(long part) {
		return new Dice(mix(this.state ^ mix(part)));
	}

	/** The dice of a part that has a name. */
	public Dice with(String part) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < part.length(); i++) {
			hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
		}
		return with(hash);
	}

	/** From 0 on, below the bound. */
	public int below(int bound) {
		return (int) Math.floorMod(mix(this.state), (long) bound);
	}

	/** From 0 on, below 1. */
	public double unit() {
		return (mix(this.state) >>> 11) * 0x1.0p-53;
	}

	/** True in so many of a hundred cases. */
	public boolean percent(int share) {
		return below(100) < share;
	}

	private static long mix(long value) {
		long z = value + 0x9e3779b97f4a7c15L;
		z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
		z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
		return z ^ (z >>> 31);
	}

}
