package dev.rollcall.simulator.service.guardduty;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.simulator.world.Facet;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * How GuardDuty is administered in a Region, which management's account keeps.
 *
 * @param position of the administrator; null where there is none
 * @param leaving whether it is being removed
 * @param autoEnable ALL, NEW or NONE
 * @param notEnabled the features that are turned on for nobody
 * @param full whether no more members can be taken in
 */
public record Administration(@Nullable Integer position, boolean leaving, String autoEnable, Set<String> notEnabled,
		boolean full) {

	/** In order: the audit account administers, and everything is turned on for all. */
	static final Facet<Administration> FACET = Facet.of(by(World.AUDIT), (draw) -> by(World.AUDIT));

	public Administration {
		notEnabled = Set.copyOf(notEnabled);
	}

	private static Administration by(int position) {
		return new Administration(position, false, "ALL", Set.of(), false);
	}

	static Administration in(World world, String region) {
		return world.of(world.member(World.MANAGEMENT), region, FACET);
	}

	/** The administrator, where it is there and active. */
	static Optional<Member> administrator(World world, String region) {
		return Optional.ofNullable(in(world, region).position())
			.filter(world::has)
			.map(world::member)
			.filter((member) -> member.isActive() && !member.disabledRegions().contains(region));
	}

	/** The same with another administrator; null for none. */
	Administration with(@Nullable Integer another) {
		return new Administration(another, this.leaving, this.autoEnable, this.notEnabled, this.full);
	}

	/** The same with GuardDuty turned on for others: ALL, NEW or NONE. */
	Administration turningOnFor(String whom) {
		return new Administration(this.position, this.leaving, whom, this.notEnabled, this.full);
	}

	/** The same with a feature that is turned on for nobody. */
	Administration without(String feature) {
		Set<String> more = new TreeSet<>(this.notEnabled);
		more.add(feature);
		return new Administration(this.position, this.leaving, this.autoEnable, more, this.full);
	}

}
