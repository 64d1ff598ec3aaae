package dev.rollcall.simulator.service.iam;

import java.util.List;

import dev.rollcall.simulator.world.Facet;

/**
 * What of root access the organization has centralized, kept of the management account.
 *
 * @param features as IAM writes them
 */
record Centralized(List<String> features) {

	/** In order: both. */
	static final Facet<Centralized> FACET = Facet.of(
			new Centralized(List.of("RootCredentialsManagement", "RootSessions")),
			(draw) -> new Centralized(List.of()));

}
