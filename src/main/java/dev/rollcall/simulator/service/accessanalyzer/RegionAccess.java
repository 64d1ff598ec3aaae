package dev.rollcall.simulator.service.accessanalyzer;

import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;

/**
 * What Access Analyzer knows in a Region of an account.
 *
 * @param accesses what an analyzer of external access finds on the account's resources,
 * also where there is none
 */
public record RegionAccess(List<AnalyzerState> analyzers, List<Access> accesses) {

	/** No analyzer of its own, and nothing open. */
	static final RegionAccess NOTHING = new RegionAccess(List.of(), List.of());

	/** In order: the organization's analyzer sees to it. */
	public static final Facet<RegionAccess> FACET = Facet.of(NOTHING, RegionAccess::drawn);

	private static RegionAccess drawn(Draw draw) {
		return new RegionAccess(draw.here().with("analyzer").percent(30)
				? List.of(new AnalyzerState(draw.id(), draw.region(), "account", "ACCOUNT", "ACTIVE")) : List.of(),
				drawnAccesses(draw));
	}

	private static List<Access> drawnAccesses(Draw draw) {
		int drawn = draw.here().with("access").below(100);
		boolean open = (drawn < 30) != draw.drift().happened(draw.here().with("access turns"), (drawn < 30) ? 20 : 5);
		if (!open) {
			return List.of();
		}
		Access.Kind kind = (drawn % 30 < 2) ? Access.Kind.PUBLIC : Access.Kind.OUTSIDE;
		return List.of(Access.of(draw.position(), draw.id(), draw.region(), kind));
	}

	/**
	 * What an analyzer of external access finds: on its own account's resources, or on
	 * those of the organization, where other accounts of it are no strangers.
	 */
	static List<Access> found(World world, AnalyzerState analyzer) {
		if (!analyzer.isOrganizational()) {
			return world.member(analyzer.owner())
				.map((owner) -> world.of(owner, analyzer.region(), FACET).accesses())
				.orElse(List.of());
		}
		return world.members(0)
			.filter(Member::isActive)
			.flatMap((member) -> world.of(member, analyzer.region(), FACET).accesses().stream())
			.filter((access) -> access.kind() != Access.Kind.INSIDE)
			.toList();
	}

	/** The same with one more analyzer. */
	RegionAccess plus(AnalyzerState analyzer) {
		return new RegionAccess(Stream.concat(this.analyzers.stream(), Stream.of(analyzer)).toList(), this.accesses);
	}

	/** The same with one more access. */
	RegionAccess plus(Access access) {
		return new RegionAccess(this.analyzers, Stream.concat(this.accesses.stream(), Stream.of(access)).toList());
	}

	/** The same with nothing open. */
	RegionAccess closed() {
		return new RegionAccess(this.analyzers, List.of());
	}

}
