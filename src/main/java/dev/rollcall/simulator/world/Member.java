package dev.rollcall.simulator.world;

import java.util.Map;
import java.util.Set;

/**
 * An account of the simulated organization, so far as it is no service's own matter.
 *
 * @param position among all accounts, from 0
 * @param state as Organizations writes it
 * @param denied actions that its role's own policy leaves out
 * @param disabledRegions Regions that it has not opted in to
 */
public record Member(int position, String id, String name, String state, Unit unit, Map<String, String> tags,
		Entry entry, Set<String> denied, Set<String> disabledRegions) {

	public boolean isActive() {
		return this.state.equals("ACTIVE");
	}

	public String email() {
		return "aws+%04d@example.com".formatted(this.position);
	}

}
