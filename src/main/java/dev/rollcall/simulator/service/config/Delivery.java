package dev.rollcall.simulator.service.config;

/** What AWS Config's delivery channel of a Region does. */
public enum Delivery {

	/** There is none. */
	NONE,

	/** The last delivery arrived. */
	WORKING,

	/** The last delivery failed. */
	FAILING

}
