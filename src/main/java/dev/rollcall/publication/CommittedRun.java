package dev.rollcall.publication;

import java.time.LocalDate;
import java.util.Objects;

import dev.rollcall.dataset.NightId;

/** A night that an output holds, as its commit says. */
public record CommittedRun(LocalDate snapshotDate, Run run) {

	public NightId night() {
		return new NightId(this.snapshotDate, Math.toIntExact(this.run.attempt()), this.run.runId());
	}

	public String runId() {
		return this.run.runId();
	}

	public boolean partial() {
		return this.run.partial();
	}

	public boolean simulated() {
		return this.run.simulated();
	}

	/** The hash of its manifest, which every commit has. */
	public String manifestSha256() {
		return Objects.requireNonNull(this.run.manifestSha256());
	}

	Manifest.Previous reference() {
		return new Manifest.Previous(this.snapshotDate, this.run.attempt(), manifestSha256());
	}

}
