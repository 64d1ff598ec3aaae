package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;

/**
 * A thing with what all rows that name it say of it.
 *
 * @param source asks about it
 * @param namedBy the account whose row named it first
 * @param owners the accounts that may own it, the likeliest first
 */
record NamedThing(DistinctSource source, String arn, String region, AccountId namedBy, List<AccountId> owners) {

	/** So many accounts are asked whether they own it. */
	private static final int MOST_OWNERS = 8;

	NamedThing {
		owners = owners.stream().distinct().limit(MOST_OWNERS).toList();
	}

	static NamedThing of(DistinctSource source, Thing thing, AccountId namedBy) {
		return new NamedThing(source, thing.arn(), thing.region(), namedBy, thing.owners());
	}

	/** The same with what a further row says. */
	NamedThing with(Thing thing) {
		if (this.owners.size() == MOST_OWNERS || this.owners.containsAll(thing.owners())) {
			return this;
		}
		List<AccountId> all = new ArrayList<>(this.owners);
		all.addAll(thing.owners());
		return new NamedThing(this.source, this.arn, this.region, this.namedBy, all);
	}

	/** Its cell, at an account. */
	Cell at(AccountId account) {
		return new Cell(account, this.region, this.source.definition().name(), this.arn);
	}

	/** The account at which its cell stands where nobody is known to own it. */
	AccountId standsAt(NightScope night) {
		return night.isOnRoster(this.namedBy) ? this.namedBy
				: this.owners.stream().filter(night::isOnRoster).findFirst().orElse(this.namedBy);
	}

}
