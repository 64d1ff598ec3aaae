package dev.rollcall.collect;

import java.util.List;
import java.util.Optional;

import dev.rollcall.account.AccountId;
import dev.rollcall.organization.DelegatedAdministrator;

/**
 * What was asked first of all: who answers for the organization, and in which Regions
 * they are.
 *
 * @param administrators as Organizations named them; none where that is a gap, or not
 * known yet
 * @param regions the own lists of those who are asked in each Region, as far as they were
 * read tonight
 */
public record KnownOwners(List<DelegatedAdministrator> administrators, List<OwnRegions> regions) {

	/** Before anybody was asked. */
	public static final KnownOwners NONE = new KnownOwners(List.of(), List.of());

	public KnownOwners {
		administrators = List.copyOf(administrators);
		regions = List.copyOf(regions);
	}

	/** The own list of an account; empty where it is not read yet. */
	Optional<OwnRegions> regions(AccountId account) {
		return this.regions.stream().filter((own) -> own.account().equals(account)).findFirst();
	}

	/** The same with what the owners' cells came to in which their lists are read. */
	public KnownOwners with(List<CellResult> lists) {
		return new KnownOwners(this.administrators, lists.stream().map(OwnRegions::of).toList());
	}

}
