package dev.rollcall.organization;

/** Where the list of accounts comes from. */
public enum Roster {

	/** AWS Organizations. */
	ORGANIZATION,

	/** The configuration. */
	LIST,

	/** The one account where Rollcall runs. */
	SELF

}
