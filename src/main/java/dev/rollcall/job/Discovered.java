package dev.rollcall.job;

import java.util.List;

import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;

/**
 * What the night is about.
 *
 * @param administrators whom the organization's questions may be asked of; none where
 * that is a gap
 * @param staged what launches that died have left of it, the discovery at least
 */
record Discovered(Discovery discovery, List<DelegatedAdministrator> administrators, StagedNight staged) {

	Discovered {
		administrators = List.copyOf(administrators);
	}

}
