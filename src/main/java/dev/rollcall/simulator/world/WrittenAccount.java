package dev.rollcall.simulator.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An account that is written by hand, with what was said of it so far. */
final class WrittenAccount {

	private final int position;

	private final String id;

	private final String name;

	private final Unit unit;

	private final Map<String, String> tags;

	private final List<String> regions;

	private final Map<String, Map<Facet<?>, Object>> facets = new HashMap<>();

	private final Set<String> denied = new HashSet<>();

	private final Set<String> disabled = new HashSet<>();

	private String state = "ACTIVE";

	private Entry entry = Entry.OPEN;

	private boolean left;

	WrittenAccount(int position, String name, Unit unit, Map<String, String> tags, List<String> regions) {
		this.position = position;
		this.id = AccountNumbers.id(position);
		this.name = name;
		this.unit = unit;
		this.tags = tags;
		this.regions = regions;
	}

	int position() {
		return this.position;
	}

	String id() {
		return this.id;
	}

	String region(int index) {
		return (index < this.regions.size()) ? this.regions.get(index) : "none-" + index;
	}

	String regionUpTo(int index) {
		return this.regions.get(Math.min(index, this.regions.size() - 1));
	}

	<T> void change(String region, Facet<T> facet, UnaryOperator<T> change) {
		this.facets.computeIfAbsent(region, (key) -> new HashMap<>()).put(facet, change.apply(get(region, facet)));
	}

	@SuppressWarnings("unchecked")
	<T> T get(String region, Facet<T> facet) {
		return (T) this.facets.getOrDefault(region, Map.of()).getOrDefault(facet, facet.ordinary());
	}

	void state(String word) {
		this.state = word;
	}

	void entry(Entry kind) {
		this.entry = kind;
	}

	void leave() {
		this.left = true;
	}

	boolean hasLeft() {
		return this.left;
	}

	void disable(String region) {
		this.disabled.add(region);
	}

	void deny(String action) {
		this.denied.add(action);
	}

	Member member() {
		return new Member(this.position, this.id, this.name, this.state, this.unit, this.tags, this.entry,
				Set.copyOf(this.denied), Set.copyOf(this.disabled));
	}

}
