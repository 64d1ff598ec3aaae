package dev.rollcall.collect;

import java.util.Set;

import dev.rollcall.account.AccountId;

/**
 * What configuration and flags leave out of a night. What is left out still has its
 * cells: they are EXCLUDED.
 *
 * @param accounts accounts that are not called
 * @param regions Regions that are not called
 * @param sources sources that are not asked
 */
public record Exclusions(Set<AccountId> accounts, Set<String> regions, Set<String> sources) {

	/** Nothing is left out. */
	public static final Exclusions NONE = new Exclusions(Set.of(), Set.of(), Set.of());

	public Exclusions {
		accounts = Set.copyOf(accounts);
		regions = Set.copyOf(regions);
		sources = Set.copyOf(sources);
	}

	boolean excludes(Cell cell) {
		return this.accounts.contains(cell.account()) || this.regions.contains(cell.region())
				|| this.sources.contains(cell.source());
	}

}
