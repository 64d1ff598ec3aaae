package dev.rollcall.simulator.service.securityhub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;

/**
 * Security Hub in a Region of an account.
 *
 * @param on whether it is on
 * @param v2 whether Security Hub v2 is
 * @param membership what the administrator of the Region calls the account; empty where
 * it does not list it
 * @param failing how many findings say that something fails, by severity
 */
record Hub(boolean on, boolean v2, String membership, List<Standard> standards, Map<String, Integer> failing) {

	/** In order. */
	private static final Hub ORDINARY = new Hub(true, false, "Enabled", List.of(Standard.FOUNDATIONAL), Map.of());

	static final Facet<Hub> FACET = Facet.of(ORDINARY, Hub::drawn);

	Hub {
		standards = List.copyOf(standards);
		failing = Map.copyOf(failing);
	}

	private static Hub drawn(Draw draw) {
		Dice own = draw.here().with("hub");
		Hub hub = own.with("blind").percent(3) ? ORDINARY.with(List.of(Standard.FOUNDATIONAL.blind())) : ORDINARY;
		return own.with("fails").percent(20) ? hub.failing("HIGH", 1 + own.with("high").below(5)) : hub;
	}

	/** Off, and unknown to the administrator. */
	Hub off() {
		return new Hub(false, this.v2, "", List.of(), Map.of());
	}

	Hub withV2() {
		return new Hub(this.on, true, this.membership, this.standards, this.failing);
	}

	Hub member(String word) {
		return new Hub(this.on, this.v2, word, this.standards, this.failing);
	}

	Hub with(List<Standard> others) {
		return new Hub(this.on, this.v2, this.membership, others, this.failing);
	}

	Hub failing(String severity, int findings) {
		Map<String, Integer> all = new HashMap<>(this.failing);
		all.put(severity, findings);
		return new Hub(this.on, this.v2, this.membership, this.standards, all);
	}

	/** Whether its findings reach the administrator. */
	boolean reports() {
		return this.on && this.membership.equals("Enabled");
	}

}
