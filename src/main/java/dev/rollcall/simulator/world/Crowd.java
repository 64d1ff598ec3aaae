package dev.rollcall.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The accounts that make an organization large: drawn from the seed, mostly in good
 * order.
 */
final class Crowd {

	private final Dice dice;

	private final List<String> regions;

	private final Drift drift;

	private final WrittenOrganization roster;

	Crowd(Dice dice, List<String> regions, Drift drift, WrittenOrganization roster) {
		this.dice = dice;
		this.regions = regions;
		this.drift = drift;
		this.roster = roster;
	}

	/** Whether the account has left the organization. */
	boolean hasLeft(int position) {
		return this.drift.happened(this.dice.with(position).with("leaves"), 1);
	}

	Member member(int position) {
		Dice own = this.dice.with(position);
		boolean suspended = own.with("state").percent(1) || this.drift.happened(own.with("closes"), 1);
		List<Unit> units = this.roster.ordinary();
		return new Member(position, AccountNumbers.id(position), "account-%04d".formatted(position),
				suspended ? "SUSPENDED" : "ACTIVE",
				suspended ? this.roster.closed() : units.get(own.with("unit").below(units.size())), tags(own),
				Entry.OPEN, denied(own), Set.of());
	}

	private Set<String> denied(Dice own) {
		return this.drift.today(own.with("denied"), 2) ? Set.of("iam:GetAccountSummary") : Set.of();
	}

	private static Map<String, String> tags(Dice own) {
		Map<String, String> tags = new LinkedHashMap<>();
		tags.put("environment", List.of("prod", "staging", "dev").get(own.with("environment").below(3)));
		tags.put("workload", "w" + own.with("workload").below(40));
		tags.put("business-unit", List.of("retail", "bank", "corporate").get(own.with("unit").below(3)));
		tags.put("cost-center", "cc-" + (100 + own.with("cost").below(60)));
		tags.keySet().removeIf((key) -> own.with("untagged").with(key).percent(10));
		return tags;
	}

	/** Draws a facet of an account or of one of its Regions. */
	<T> T of(int position, String region, Facet<T> facet) {
		Dice own = this.dice.with(position);
		return facet.draw(new Draw(own, region.equals(World.GLOBAL) ? own : own.with(region), this.drift, position,
				AccountNumbers.id(position), region, this.regions));
	}

}
