package dev.rollcall.simulator;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.world.Entry;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;

/**
 * The fewest calls that answer every question of a night once, with the largest pages,
 * where nothing goes wrong: computed from the organization, not from any client. Each
 * service knows its own. An account is entered once for its own questions, once for those
 * that it answers for the organization, and once for those about things that it owns:
 * each kind of entry is narrowed to its questions.
 */
final class LeastCalls {

	private final World world;

	private final List<Service> services;

	private final Paging paging;

	private final FewestCalls.Sink sink;

	private final FewestCalls calls;

	LeastCalls(World world, List<Service> services, Paging paging, FewestCalls.Sink sink) {
		this.world = world;
		this.services = services;
		this.paging = paging;
		this.sink = sink;
		this.calls = new FewestCalls(paging, sink);
	}

	void compute() {
		entering(Service::onceCalls);
		this.world.members(0).filter(Member::isActive).forEach(this::account);
		entering(Service::thingCalls);
	}

	/**
	 * Whoever is asked is entered for it, and who lets nobody in answers nothing. An
	 * account that is not active is not asked.
	 */
	private void entering(BiConsumer<Service, FewestCalls> asked) {
		Set<Integer> entered = new TreeSet<>();
		FewestCalls inside = new FewestCalls(this.paging, (position, region, operation, count) -> {
			Member member = this.world.member(position);
			if (member.isActive()) {
				entered.add(position);
			}
			if (member.isActive() && isOpen(member)) {
				this.sink.add(position, region, operation, count);
			}
		});
		this.services.forEach((service) -> asked.accept(service, inside));
		entered.forEach((position) -> enter(this.world.member(position)));
	}

	private void enter(Member member) {
		this.services.forEach((service) -> service.entryCalls(member, this.calls));
	}

	private void account(Member member) {
		enter(member);
		this.services.forEach((service) -> service.readerCalls(member, this.calls));
		if (isOpen(member)) {
			this.services.forEach((service) -> service.accountCalls(member, this.calls));
			this.world.regions()
				.stream()
				.filter((region) -> !member.disabledRegions().contains(region))
				.forEach((region) -> region(member, region));
		}
	}

	private static boolean isOpen(Member member) {
		return member.entry() == Entry.OPEN || member.position() == World.AUDIT;
	}

	private void region(Member member, String region) {
		this.services.forEach((service) -> service.regionCalls(member, region, this.calls));
	}

}
