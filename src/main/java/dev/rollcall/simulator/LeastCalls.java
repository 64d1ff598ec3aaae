package dev.rollcall.simulator;

import java.util.List;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.world.Entry;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;

/**
 * The fewest calls that answer every question of a night once, with the largest pages,
 * where nothing goes wrong: computed from the organization, not from any client. Each
 * service knows its own.
 */
final class LeastCalls {

	private final World world;

	private final List<Service> services;

	private final FewestCalls calls;

	LeastCalls(World world, List<Service> services, FewestCalls calls) {
		this.world = world;
		this.services = services;
		this.calls = calls;
	}

	void compute() {
		this.services.forEach((service) -> service.onceCalls(this.calls));
		this.world.members(0).filter(Member::isActive).forEach(this::account);
	}

	private void account(Member member) {
		this.services.forEach((service) -> service.readerCalls(member, this.calls));
		if (member.entry() == Entry.OPEN || member.position() == World.AUDIT) {
			this.services.forEach((service) -> service.accountCalls(member, this.calls));
			this.world.regions()
				.stream()
				.filter((region) -> !member.disabledRegions().contains(region))
				.forEach((region) -> region(member, region));
		}
	}

	private void region(Member member, String region) {
		this.services.forEach((service) -> service.regionCalls(member, region, this.calls));
	}

}
