package dev.rollcall.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.rollcall.simulator.world.Outline;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated.
 *
 * @param outline which organization
 * @param today the day at hand there, before which everything happened; null: the real
 * one when it is started
 * @param externalId what every role asks for; null where none asks
 * @param longestSession how long a session lives at most, whatever was asked for
 * @param clockSkew how far its clock is ahead of ours; null: as ours, and it is not
 * looked at when requests were signed
 * @param latency how long calls take; empty: no time at all
 * @param quotas how many calls are allowed; empty: any number
 * @param faults what goes wrong, the first that matches a call
 */
public record Scenario(Outline outline, @Nullable LocalDate today, @Nullable String externalId, Duration longestSession,
		@Nullable Duration clockSkew, Optional<Latency> latency, Optional<Quotas> quotas, List<Fault> faults) {

	/** Management, and the audit account. */
	public static final int FEWEST_ACCOUNTS = 2;

	/** More would not fit the ids' arithmetic into an int. */
	public static final int MOST_ACCOUNTS = 100_000;

	/** A year; more would have too many accounts join. */
	public static final int MOST_DRIFT = 365;

	public Scenario {
		faults = List.copyOf(faults);
	}

	/** The same of another organization. */
	public Scenario with(Outline other) {
		return new Scenario(other, this.today, this.externalId, this.longestSession, this.clockSkew, this.latency,
				this.quotas, this.faults);
	}

	/**
	 * Whether the scenario may have it so that a cell's calls are not answered.
	 * @param region {@code global} where the cell is of no Region: its calls may still be
	 * made in any
	 * @param operation as {@code service:Operation}; empty where none is known
	 */
	public boolean leavesUnanswered(String account, String region, String operation) {
		return this.latency.isPresent()
				|| this.faults.stream().anyMatch((fault) -> fault.leavesUnanswered(account, region, operation));
	}

	/** The same on another day, on which nothing has changed but dates. */
	public Scenario on(LocalDate day) {
		return new Scenario(this.outline, day, this.externalId, this.longestSession, this.clockSkew, this.latency,
				this.quotas, this.faults);
	}

}
