package dev.rollcall.collect;

import java.util.List;
import java.util.Set;

/**
 * A source that asks about things which the evidence of other sources names, such as the
 * buckets of trails: once a thing, in the account that owns it, when all accounts are
 * read. The rows that it emits say of which thing they are ({@link OfThing}).
 */
public interface DistinctSource extends Source {

	/**
	 * The things that a row names, of any of the sources that this one depends on; none
	 * where it names none. Told from nothing else: asked again, it says the same.
	 * @param night knows the roster
	 */
	List<Thing> things(EvidenceRow row, NightScope night);

	/**
	 * Reads the cell of a thing ({@link CellScope#thing()}) in one of the accounts that
	 * may own it, or in the one that listed it ({@link CellScope#isOwner()}).
	 * {@link Source.Answer#NOT_OWNER} where it does not, or where nothing tells its
	 * refusal from that of an account that does not: the next one is asked. Any other
	 * answer is the thing's.
	 */
	@Override
	Answer collect(CellScope cell);

	/** Whether an account can be asked what it owns. */
	default boolean canList() {
		return false;
	}

	/**
	 * Asks an account what it owns; called of every account of the night, and only while
	 * there are things that all accounts which might own them disowned.
	 * @param sought the ARNs of those things
	 * @param account about no single thing
	 * @return those among them that are the account's
	 */
	default Set<String> owned(Set<String> sought, CellScope account) {
		return Set.of();
	}

}
