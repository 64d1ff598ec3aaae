package dev.rollcall.collect;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The things that the rows of a night name, for one source: one of each, however many
 * rows name it. The same rows in the same order give the same things.
 */
public final class NamedThings {

	private static final Logger logger = LoggerFactory.getLogger(NamedThings.class);

	private final DistinctSource source;

	private final NightScope night;

	private final SortedMap<String, NamedThing> things = new TreeMap<>();

	private boolean told;

	/** None yet. */
	public NamedThings(DistinctSource source, NightScope night) {
		this.source = source;
		this.night = night;
	}

	/**
	 * Adds what a row of a source that this one depends on names.
	 * @return the ARNs of that
	 */
	public List<String> add(EvidenceRow row) {
		List<Thing> named = things(row);
		for (Thing thing : named) {
			this.things.merge(thing.arn(), NamedThing.of(this.source, thing, row.account()),
					(known, more) -> known.with(thing));
		}
		return named.stream().map(Thing::arn).toList();
	}

	/**
	 * What a row names that nobody understands is asked about all the same, and so is a
	 * gap.
	 */
	private List<Thing> things(EvidenceRow row) {
		try {
			return this.source.things(row, this.night);
		}
		catch (RuntimeException ex) {
			tell(row, ex);
			return List.of(new Thing(row.source() + "/" + row.account() + "/" + row.region(), Cell.GLOBAL, List.of()));
		}
	}

	/** A kind of row that nobody understands comes in every account: it is told once. */
	private void tell(EvidenceRow row, RuntimeException failure) {
		String source = this.source.definition().name();
		if (this.told) {
			logger.debug("{} cannot tell what {} names: {}", source, row, failure.toString());
			return;
		}
		this.told = true;
		logger.warn("{} cannot tell what {} names, nor maybe other rows", source, row, failure);
	}

	Collection<NamedThing> all() {
		return this.things.values();
	}

	/** The name of the source that asks about them. */
	public String asking() {
		return this.source.definition().name();
	}

	/** Their ARNs. */
	public Set<String> arns() {
		return this.things.keySet();
	}

}
