package dev.rollcall.collect;

import dev.rollcall.account.AccountSession;
import dev.rollcall.organization.Account;

/**
 * Whom a cell is asked of.
 *
 * @param about the account that the question is about
 * @param session whose credentials ask
 * @param regions what the own list of the account says that the cell is in
 * @param owner whether the account has listed the thing in question as its own
 */
record Asked(Account about, AccountSession session, OwnRegions regions, boolean owner) {

	Asked(Account about, AccountSession session, OwnRegions regions) {
		this(about, session, regions, false);
	}

	/** Whoever is asked where no Region is in question. */
	static Asked of(Account about, AccountSession session) {
		return new Asked(about, session, OwnRegions.unknown(about.id()));
	}

	/** The same where the account has listed the thing as its own. */
	Asked asOwner() {
		return new Asked(this.about, this.session, this.regions, true);
	}

}
