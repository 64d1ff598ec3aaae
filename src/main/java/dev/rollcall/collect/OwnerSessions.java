package dev.rollcall.collect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;

/**
 * The sessions of accounts that are asked about things, each open as long as there are
 * any that it may own.
 */
final class OwnerSessions {

	private final Askers askers;

	private final Map<AccountId, Integer> things = new HashMap<>();

	private final Map<AccountId, AccountSession> open = new HashMap<>();

	OwnerSessions(Askers askers, Collection<NamedThing> things) {
		this.askers = askers;
		things.forEach((thing) -> thing.owners().forEach((owner) -> this.things.merge(owner, 1, Integer::sum)));
	}

	synchronized AccountSession of(AccountId owner) {
		return this.open.computeIfAbsent(owner, this.askers::into);
	}

	/** Says that nobody is asked about the thing any longer. */
	synchronized void ends(NamedThing thing) {
		for (AccountId owner : thing.owners()) {
			if (this.things.merge(owner, -1, Integer::sum) == 0) {
				this.open.remove(owner);
			}
		}
	}

}
