package dev.rollcall.simulator.world;

import java.util.List;

/**
 * Which organization it is.
 *
 * @param organization the one that is written by hand, whose accounts come first
 * @param seed what everything that is not written by hand is drawn from
 * @param accounts how many accounts there are; at least the first two
 * @param written how many of the accounts that are written by hand come first; at least
 * two; the others are drawn
 * @param regions its Regions, the first one being home
 * @param drift how many days it has lived on since it was drawn and written: accounts
 * leave and join, and things change in those that stay
 */
public record Outline(String organization, long seed, int accounts, int written, List<String> regions, int drift) {

	/** The organization that has every hard case. */
	public static final String EXAMPLE = "example";

	/** The organization that is mostly in good order. */
	public static final String COMPANY = "company";

	public Outline {
		regions = List.copyOf(regions);
	}

	/** The example as it was written, with drawn accounts after those of its own. */
	public static Outline example(long seed, int accounts, List<String> regions) {
		return new Outline(EXAMPLE, seed, accounts, World.written(EXAMPLE), regions, 0);
	}

	/** The same organization with another number of accounts. */
	public Outline withAccounts(int count) {
		return new Outline(this.organization, this.seed, count, this.written, this.regions, this.drift);
	}

	/** The same organization with another number of accounts that are written by hand. */
	public Outline withWritten(int count) {
		return new Outline(this.organization, this.seed, this.accounts, count, this.regions, this.drift);
	}

	/** The same organization in other Regions. */
	public Outline withRegions(List<String> names) {
		return new Outline(this.organization, this.seed, this.accounts, this.written, names, this.drift);
	}

	/** The same organization so many days after it was drawn and written. */
	public Outline withDrift(int days) {
		return new Outline(this.organization, this.seed, this.accounts, this.written, this.regions, days);
	}

	/** Another organization of the same size. */
	public Outline withSeed(long number) {
		return new Outline(this.organization, number, this.accounts, this.written, this.regions, this.drift);
	}

}
