package dev.rollcall.control;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;

/**
 * The datasets that are made by SQL alone, in an order in which each finds what it reads.
 */
public final class Projections {

	private final List<Projection> all;

	private final Set<String> refused;

	private final boolean shipped;

	/**
	 * Puts projections together.
	 * @param refused the names of those that are not among them because of a mistake
	 * @param shipped whether all of them are what ships
	 */
	Projections(List<Projection> all, Set<String> refused, boolean shipped) {
		this.all = List.copyOf(all);
		this.refused = Set.copyOf(refused);
		this.shipped = shipped;
	}

	/**
	 * Finds the files of {@code job-config/derived}.
	 * @param night what every night looks like
	 * @throws dev.rollcall.input.BadInputException with a line for each mistake
	 */
	public static Projections load(JobConfig config, NightShape night) {
		Mistakes mistakes = new Mistakes();
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("derived"))) {
			Projections projections = new ProjectionReader(database, night, mistakes).read(config);
			mistakes.refuse();
			return projections;
		}
	}

	/** Finds those files of {@code job-config/derived} that are without mistakes. */
	public static Projections sound(JobConfig config, NightShape night) {
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("derived"))) {
			return new ProjectionReader(database, night, new Mistakes()).read(config);
		}
	}

	/** The names of those that are left out because of a mistake. */
	public Set<String> refused() {
		return this.refused;
	}

	/** Whether all of them are what ships. */
	boolean areShipped() {
		return this.shipped;
	}

	/** All, in order. */
	public List<Projection> all() {
		return this.all;
	}

	/** Those that controls may read, in order. */
	public List<Projection> ofEvidence() {
		return this.all.stream().filter((projection) -> !projection.ofFindings()).toList();
	}

	/** Those that are made of what controls said, in order. */
	public List<Projection> ofFindings() {
		return this.all.stream().filter(Projection::ofFindings).toList();
	}

	/** Those that a reader of these datasets needs, in order. */
	List<Projection> neededBy(Collection<String> datasets) {
		Set<String> needed = new HashSet<>();
		Deque<String> next = new ArrayDeque<>(datasets);
		while (!next.isEmpty()) {
			String dataset = next.pop();
			if (needed.add(dataset)) {
				this.all.stream()
					.filter((projection) -> projection.name().equals(dataset))
					.forEach((projection) -> next.addAll(projection.reads()));
			}
		}
		return this.all.stream().filter((projection) -> needed.contains(projection.name())).toList();
	}

	/** The schemas of all, in order. */
	public List<Schema> schemas() {
		return this.all.stream().map(Projection::schema).toList();
	}

}
