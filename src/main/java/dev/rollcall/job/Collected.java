package dev.rollcall.job;

import dev.rollcall.organization.Discovery;

/**
 * What became of every cell.
 *
 * @param staged holds each account, and what was asked once for all, exactly once
 */
record Collected(Discovery discovery, StagedNight staged) {

	/** The same, with what else is staged. */
	Collected with(StagedNight more) {
		return new Collected(this.discovery, more);
	}

}
