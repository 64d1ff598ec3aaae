package dev.rollcall.simulator.service.cloudtrail;

import java.util.function.UnaryOperator;

import dev.rollcall.simulator.service.cloudtrail.TrailState.Events;
import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/** The trails of {@code example}. */
final class CloudTrailExample implements Script {

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		String archive = cast.part("log-archive").id();
		trail(cast.part("本社 管理アカウント"), 0,
				(own) -> own.ofOrganization("organization")
					.atHomeOnly()
					.recording("organization", Events.ALL, true)
					.encryptedBy(archive));
		trail(cast.part("log-archive"), 0, (own) -> own.encryptedBy(archive));
		cast.part("log-archive").during(1, 1).change(Trails.FACET, Trails::stopped);
		trail(cast.part("決済-本番"), 0,
				(own) -> own.recording("audit", Events.READ_ONLY, true)
					.encryptedBy(cast.part("会員基盤").id())
					.into("trail-" + cast.part("会員基盤").id()));
		trail(cast.part("legacy-erp"), 0,
				(own) -> own.recording("audit", Events.WRITE_ONLY, false)
					.encryptedBy(own.owner())
					.into("trail-" + own.owner()));
		trail(cast.part("legacy-erp"), 0, (own) -> own.recording("reads", Events.READ_ONLY, false));
		cast.part("legacy-erp").since(1).change(Trails.FACET, (before) -> before.without("reads"));
		trail(cast.part("<b>web</b>"), 1,
				(own) -> own.atHomeOnly().withoutDigests().encryptedBy(own.owner()).into("trail-" + own.owner()));
		trail(cast.part("_x0041_ctrl\u0007\ttab"), 0, (own) -> own.stopped().encryptedBy(own.owner()));
		trail(cast.part("trail-delivery"), 0,
				(own) -> own.failing("NoSuchBucket").encryptedBy(own.owner()).into("trail-gone"));
		trail(cast.part("config-shapes"), 0,
				(own) -> own.recording("audit", Events.NONE, true)
					.encryptedBy(cast.part("identity").id())
					.into("outside-trails"));
	}

	private static void trail(Part part, int home, UnaryOperator<TrailState> change) {
		TrailState trail = change.apply(TrailState.healthy(part.id(), part.regionUpTo(home)));
		part.change(Trails.FACET, (before) -> before.plus(trail));
	}

}
