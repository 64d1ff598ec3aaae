package dev.rollcall.simulator.world;

/** Whether an account lets the audit account in. */
public enum Entry {

	/** The role is there and trusts us. */
	OPEN,

	/** There is no such role. */
	ROLE_MISSING,

	/** The role asks for an ExternalId that nobody gave us. */
	OTHER_EXTERNAL_ID

}
