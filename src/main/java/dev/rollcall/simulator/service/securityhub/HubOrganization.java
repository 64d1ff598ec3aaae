package dev.rollcall.simulator.service.securityhub;

import java.util.List;

import dev.rollcall.simulator.world.Facet;

/**
 * How Security Hub is configured for the organization, kept of the audit account.
 *
 * @param linked how many of the Regions the home Region is linked with, in the scenario's
 * order, itself among them
 */
record HubOrganization(int linked) {

	/** In order: all Regions, those that will come too. */
	private static final HubOrganization WHOLE = new HubOrganization(Integer.MAX_VALUE);

	static final Facet<HubOrganization> FACET = Facet.of(WHOLE, (draw) -> WHOLE);

	boolean isWhole() {
		return this.linked == Integer.MAX_VALUE;
	}

	/** The Regions that policies reach and whose findings come home. */
	List<String> governed(List<String> regions) {
		return regions.subList(0, Math.min(this.linked, regions.size()));
	}

}
