package dev.rollcall.simulator.service.kms;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Script;

/** The keys of {@code example}. */
final class KmsExample implements Script {

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		cast.part("legacy-erp").has(TrailKeyState.FACET, TrailKeyState.UNROTATED);
		cast.part("<b>web</b>").has(TrailKeyState.FACET, TrailKeyState.PENDING_DELETION);
		cast.part("_x0041_ctrl\u0007\ttab").has(TrailKeyState.FACET, TrailKeyState.GONE);
		cast.part("trail-delivery").has(TrailKeyState.FACET, TrailKeyState.DISABLED);
		cast.part("identity").has(TrailKeyState.FACET, TrailKeyState.IMPORTED);
	}

}
