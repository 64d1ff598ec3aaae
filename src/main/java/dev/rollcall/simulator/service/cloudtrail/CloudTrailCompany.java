package dev.rollcall.simulator.service.cloudtrail;

import java.util.function.UnaryOperator;

import dev.rollcall.simulator.service.cloudtrail.TrailState.Events;
import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/**
 * The trails of {@code company}: the organization's is of the days when all ran in one
 * Region, so that each account has one of its own for the others, as it was set up; those
 * that are set up otherwise are few.
 */
final class CloudTrailCompany implements Script {

	private static final String BASELINE = "baseline";

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		for (Part part : cast.parts()) {
			baseline(part, UnaryOperator.identity());
		}
		Part management = cast.part("朝比奈 管理アカウント");
		TrailState organization = TrailState.healthy(management.id(), management.regionUpTo(0))
			.ofOrganization("asahina-organization")
			.atHomeOnly()
			.withDataEvents()
			.encryptedAndWatched();
		management.change(Trails.FACET, (own) -> own.plus(organization));
		cast.part("sandbox-data-team").change(Trails.FACET, (own) -> own.without(BASELINE));
		other(cast.part("campaign-stg"), TrailState::stopped);
		other(cast.part("倉庫-開発"), (own) -> own.recording(BASELINE, Events.WRITE_ONLY, true));
		other(cast.part("credit-scoring-dev"), (own) -> own.failing("AccessDenied").notifying("AuthorizationError"));
		other(cast.part("監査"), (own) -> own.notifying(null));
		other(cast.part("mirai-deli-dev"),
				(own) -> TrailState.healthy(own.owner(), own.home())
					.recording("mirai-audit", Events.ALL, false)
					.withoutDigests()
					.into("trail-" + own.owner()));
		other(cast.part("loyalty-dev").during(1, 1), TrailState::stopped);
	}

	private static void other(Part part, UnaryOperator<TrailState> change) {
		part.change(Trails.FACET, (own) -> own.without(BASELINE));
		baseline(part, change);
	}

	private static void baseline(Part part, UnaryOperator<TrailState> change) {
		TrailState trail = TrailState.healthy(part.id(), part.regionUpTo(0))
			.recording(BASELINE, Events.ALL, true)
			.withDataEvents()
			.encryptedAndWatched();
		part.change(Trails.FACET, (own) -> own.plus(change.apply(trail)));
	}

}
