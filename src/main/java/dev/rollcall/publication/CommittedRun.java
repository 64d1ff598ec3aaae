package dev.rollcall.publication;

import java.time.LocalDate;

/** A night that an output holds, as its commit says. */
public record CommittedRun(LocalDate snapshotDate, int attempt, String runId, boolean partial, boolean simulated,
		String manifestSha256) {

	Manifest.Previous reference() {
		return new Manifest.Previous(this.snapshotDate, this.attempt, this.manifestSha256);
	}

}
