package dev.rollcall.collect;

import java.util.List;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What was read once for the organization and is staged, for the cells that need it: the
 * same answers on every launch of a night, and in a top-up those that it keeps.
 */
public interface OwnerAnswers {

	/** Where no source needs another's answer about the organization. */
	OwnerAnswers NONE = held(List.of());

	/** Answers that are in memory, all their rows held. */
	static OwnerAnswers held(List<CellResult> results) {
		return new HeldAnswers(results);
	}

	/**
	 * What became of a source's cells, one for each account that was asked.
	 * @param region the Region, or {@link Cell#GLOBAL}
	 * @param about an account: only rows about it, and about those that were asked, are
	 * given, whichever of these gave them; null for all rows
	 */
	List<CellResult> of(String source, String region, @Nullable AccountId about);

	/**
	 * The same, for a cell that would take nothing for an answer.
	 * @throws IllegalStateException where nobody was asked
	 */
	default List<CellResult> require(String source, String region, @Nullable AccountId about) {
		List<CellResult> results = of(source, region, about);
		if (results.isEmpty()) {
			throw new IllegalStateException("Nobody was asked for " + source + " in " + region);
		}
		return results;
	}

}
