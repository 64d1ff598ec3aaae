package dev.rollcall.simulator.world;

import java.util.List;

/** The accounts and the tree of an organization that is written by hand. */
interface WrittenOrganization {

	/** What scenarios call it. */
	String organization();

	/** All units, the root first. */
	List<Unit> units();

	/** The units in which further accounts are, which are drawn. */
	List<Unit> ordinary();

	/** The unit in which closed ones are. */
	Unit closed();

	/** Calls the accounts, management and the audit account first. */
	void call(Cast cast);

}
