package dev.rollcall.simulator.service.cloudtrail;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;

/** The trails that an account owns. */
public record Trails(List<TrailState> all) {

	/** In order: none, as the organization has one. */
	public static final Facet<Trails> FACET = Facet.of(new Trails(List.of()), Trails::drawn);

	private static Trails drawn(Draw draw) {
		Dice own = draw.account();
		if (!own.with("trail").percent(20)) {
			return new Trails(List.of());
		}
		TrailState trail = TrailState.healthy(draw.id(),
				draw.regions().get(own.with("home").below(draw.regions().size())));
		trail = own.with("trail key").percent(50) ? trail.encryptedBy(draw.id()) : trail;
		return new Trails(List.of(draw.drift().today(own.with("trail stops"), 10) ? trail.stopped() : trail));
	}

	/** The same with one more. */
	Trails plus(TrailState trail) {
		return new Trails(Stream.concat(this.all.stream(), Stream.of(trail)).toList());
	}

	/** The same with all of them switched off. */
	Trails stopped() {
		return new Trails(this.all.stream().map(TrailState::stopped).toList());
	}

	/** The same without those of a name. */
	Trails without(String name) {
		return new Trails(this.all.stream().filter((trail) -> !trail.name().equals(name)).toList());
	}

	/**
	 * The trails that show in an account and Region, shadows included: those at home
	 * there, those of all Regions, and the organization's.
	 */
	public static List<TrailState> shown(World world, Member member, String region) {
		Stream<TrailState> own = world.of(member, FACET).all().stream();
		return Stream.concat(own, (member.position() != World.MANAGEMENT) ? ofOrganization(world) : Stream.of())
			.filter(showsIn(region))
			.toList();
	}

	/** The trails that the organization's management made for all accounts. */
	private static Stream<TrailState> ofOrganization(World world) {
		return world.of(world.member(World.MANAGEMENT), FACET).all().stream().filter(TrailState::organization);
	}

	private static Predicate<TrailState> showsIn(String region) {
		return (trail) -> trail.multiRegion() || trail.home().equals(region);
	}

}
