package dev.rollcall.simulator.world;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An account of the simulated organization.
 *
 * @param position among all accounts, from 0
 * @param state as Organizations writes it
 * @param denied actions that its role's own policy leaves out
 * @param disabledRegions Regions that it has not opted in to
 * @param trails the trails that it owns
 * @param slowReport whether its credential report is not there at the first look
 */
public record Member(int position, String id, String name, String state, Unit unit, Map<String, String> tags,
		Entry entry, Root root, Set<String> denied, Set<String> disabledRegions, List<TrailState> trails,
		boolean slowReport) {

	public boolean isActive() {
		return this.state.equals("ACTIVE");
	}

	public String email() {
		return "aws+%04d@example.com".formatted(this.position);
	}

}
