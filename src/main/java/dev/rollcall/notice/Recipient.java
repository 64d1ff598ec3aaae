package dev.rollcall.notice;

/** Somebody who is told over the network that a night has ended. */
interface Recipient {

	/** Who it is, as the configuration names it. */
	String name();

	/**
	 * Tells it, or fails.
	 * @throws Exception whose message says why
	 */
	void tell(Notice notice) throws Exception;

}
