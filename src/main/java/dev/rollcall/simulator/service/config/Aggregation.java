package dev.rollcall.simulator.service.config;

import dev.rollcall.simulator.world.Facet;

/**
 * What the organization's aggregator takes in, which the audit account has at home.
 *
 * @param regions how many of the Regions it takes in, in the scenario's order
 * @param unserved the place of a Region whose endpoint does not know aggregators; -1: all
 * do
 */
record Aggregation(int regions, int unserved) {

	/** All Regions, those that will come too. */
	static final Aggregation WHOLE = new Aggregation(Integer.MAX_VALUE, -1);

	static final Facet<Aggregation> FACET = Facet.of(WHOLE, (draw) -> WHOLE);

	boolean isWhole() {
		return this.regions == Integer.MAX_VALUE;
	}

}
