package dev.rollcall.simulator.service.kms;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Script;

/** The keys of {@code company}: one that is off is why a trail cannot deliver. */
final class KmsCompany implements Script {

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		cast.part("credit-scoring-dev").has(TrailKeyState.FACET, TrailKeyState.DISABLED);
		cast.part("campaign-stg").has(TrailKeyState.FACET, TrailKeyState.PENDING_DELETION);
		cast.part("route-planner-dev").has(TrailKeyState.FACET, TrailKeyState.UNROTATED);
	}

}
