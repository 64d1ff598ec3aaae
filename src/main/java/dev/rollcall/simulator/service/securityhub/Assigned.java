package dev.rollcall.simulator.service.securityhub;

import dev.rollcall.simulator.world.Facet;
import org.jspecify.annotations.Nullable;

/**
 * Which configuration policy an account has.
 *
 * @param policy its id
 * @param type APPLIED or INHERITED
 * @param status PENDING, SUCCESS or FAILED
 * @param message why it failed
 */
record Assigned(String policy, String type, String status, @Nullable String message) {

	/** The id of what is no policy: that the account decides for itself. */
	private static final String SELF_MANAGED_ID = "SELF_MANAGED_SECURITY_HUB";

	/** In order: what the root has. */
	private static final Assigned INHERITED = new Assigned(ConfigurationPolicy.BASELINE.id(), "INHERITED", "SUCCESS",
			null);

	static final Facet<Assigned> FACET = Facet.of(INHERITED, (draw) -> INHERITED);

	/** The account decides for itself. */
	static final Assigned SELF_MANAGED = new Assigned(SELF_MANAGED_ID, "APPLIED", "SUCCESS", null);

	/** The policy that turns Security Hub off. */
	static final Assigned OFF = new Assigned(ConfigurationPolicy.OFF.id(), "APPLIED", "SUCCESS", null);

	Assigned pending() {
		return new Assigned(this.policy, this.type, "PENDING", null);
	}

	Assigned failed(String why) {
		return new Assigned(this.policy, this.type, "FAILED", why);
	}

	/** Whether it says whether Security Hub is on. */
	boolean proves() {
		return !this.policy.equals(SELF_MANAGED_ID) && this.status.equals("SUCCESS");
	}

}
