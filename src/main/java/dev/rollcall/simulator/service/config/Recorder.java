package dev.rollcall.simulator.service.config;

/** What AWS Config's recorder of a Region does. */
public enum Recorder {

	/** There is none. */
	NONE,

	/** Records every type. */
	RECORDING,

	/** There is one, and it is stopped. */
	STOPPED,

	/** Records some types only, by a role of the account's own. */
	PARTIAL,

	/** Records every type, but one state of each resource a day. */
	DAILY

}
