package dev.rollcall.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts of an organization that are written by hand, each with its own part to
 * play. They are the same for every seed. What is said of the first, second and third
 * Region is about the scenario's, in its order; any further Region is in good order. What
 * calls meet on their way (a refusal, a silence, nonsense) is not said here but in the
 * scenario's faults. Some lead another life from a day on, or for some days.
 */
public final class Cast {

	private final List<String> regions;

	private final Drift drift;

	private final List<Part> parts = new ArrayList<>();

	private final Map<String, Part> named = new HashMap<>();

	private Cast(List<String> regions, Drift drift) {
		this.regions = regions;
		this.drift = drift;
	}

	/** Writes the accounts of an organization. */
	static Cast of(String organization, List<String> regions, Drift drift) {
		Cast cast = new Cast(regions, drift);
		WrittenOrganizations.roster(organization).call(cast);
		WrittenOrganizations.scripts(organization).forEach((script) -> script.write(cast));
		return cast;
	}

	/** Adds the next account. */
	Part join(String name, Unit unit, Map<String, String> tags) {
		Part part = new Part(new WrittenAccount(this.parts.size(), name, unit, tags, this.regions), this.drift);
		if (this.named.put(name, part) != null) {
			throw new IllegalArgumentException("'" + name + "' is written twice");
		}
		this.parts.add(part);
		return part;
	}

	/** The part of an account. */
	public Part part(String name) {
		Part part = this.named.get(name);
		if (part == null) {
			throw new IllegalArgumentException("'" + name + "' is no account that is written");
		}
		return part;
	}

	/** The part of every account. */
	public List<Part> parts() {
		return List.copyOf(this.parts);
	}

	int size() {
		return this.parts.size();
	}

	/** Whether the account has left the organization. */
	boolean hasLeft(int position) {
		return account(position).hasLeft();
	}

	Member member(int position) {
		return account(position).member();
	}

	<T> T of(int position, String region, Facet<T> facet) {
		return account(position).get(region, facet);
	}

	private WrittenAccount account(int position) {
		return this.parts.get(position).account();
	}

}
