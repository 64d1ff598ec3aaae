package dev.rollcall.simulator;

import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.world.World;

/**
 * What a caller may do: its own identity all, a role what its account does not deny and
 * its session's policy allows, and neither of them anything in a Region that the account
 * does not have.
 */
final class Permissions {

	private final World world;

	Permissions(World world) {
		this.world = world;
	}

	/**
	 * Holds a call to them.
	 * @param action as {@code service:Operation}
	 * @throws dev.rollcall.simulator.wire.ErrorAnswer where it is refused
	 */
	void require(Caller caller, Session session, Service service, String action) {
		if (service.reach() == Service.Reach.REGION && !hasRegion(caller)) {
			throw Refusals.unknownKey(service);
		}
		if (session.expiry() == null || action.equals("sts:GetCallerIdentity")) {
			return;
		}
		if (caller.member().denied().contains(action)) {
			throw Refusals.denied(service, caller, action, Refusals.noIdentityPolicy(action));
		}
		PolicyDocument policy = session.policy();
		if (policy != null && !policy.allows(action)) {
			throw Refusals.denied(service, caller, action, Refusals.noSessionPolicy(action));
		}
	}

	/** In a Region that an account does not have, nobody knows its credentials. */
	private boolean hasRegion(Caller caller) {
		return this.world.regions().contains(caller.region())
				&& !caller.member().disabledRegions().contains(caller.region());
	}

}
