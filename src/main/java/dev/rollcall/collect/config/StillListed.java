package dev.rollcall.collect.config;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a list showed is gone only where it shows it no longer: a status that is missing,
 * or that Config says to have none of, is no proof.
 */
final class StillListed {

	private StillListed() {
	}

	/**
	 * Those of the listed that are there: all that have a status, and of the others those
	 * that are listed once more.
	 * @param listed what the list showed
	 * @param name by which a status names it
	 * @param told the names that have a status
	 * @param again reads the list once more; asked only where a status is missing
	 */
	static <T> List<T> of(List<T> listed, Function<T, String> name, Set<String> told, Supplier<List<T>> again) {
		if (told.containsAll(listed.stream().map(name).toList())) {
			return listed;
		}
		List<String> names = again.get().stream().map(name).toList();
		return listed.stream()
			.filter((thing) -> told.contains(name.apply(thing)) || names.contains(name.apply(thing)))
			.toList();
	}

}
