package dev.rollcall.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What is simulated.
 *
 * @param seed what everything that is not written by hand is drawn from
 * @param accounts how many accounts the organization has
 * @param cast how many of the accounts that are written by hand come first; the others
 * are drawn
 * @param regions its Regions; the first is home
 * @param drift how many days it has lived on since it was drawn and written
 * @param externalId what every role asks for; null where none asks
 * @param longestSession how long a session lives at most, whatever was asked for
 * @param clockSkew how far its clock is ahead of ours; null: as ours, and it is not
 * looked at when requests were signed
 * @param latency how long calls take; empty: no time at all
 * @param quotas how many calls are allowed; empty: any number
 * @param faults what goes wrong, the first that matches a call
 */
public record Scenario(long seed, int accounts, int cast, List<String> regions, int drift, @Nullable String externalId,
		Duration longestSession, @Nullable Duration clockSkew, Optional<Latency> latency, Optional<Quotas> quotas,
		List<Fault> faults) {

	/** Management, and the audit account. */
	public static final int FEWEST_ACCOUNTS = 2;

	/** More would not fit the ids' arithmetic into an int. */
	public static final int MOST_ACCOUNTS = 100_000;

	/** A year; more would have too many accounts join. */
	public static final int MOST_DRIFT = 365;

	public Scenario {
		regions = List.copyOf(regions);
		faults = List.copyOf(faults);
	}

	/** The same organization with another number of accounts. */
	public Scenario withAccounts(int count) {
		return new Scenario(this.seed, count, this.cast, this.regions, this.drift, this.externalId, this.longestSession,
				this.clockSkew, this.latency, this.quotas, this.faults);
	}

	/** The same organization in other Regions. */
	public Scenario withRegions(List<String> names) {
		return new Scenario(this.seed, this.accounts, this.cast, names, this.drift, this.externalId,
				this.longestSession, this.clockSkew, this.latency, this.quotas, this.faults);
	}

	/** The same organization so many days after it was drawn and written. */
	public Scenario withDrift(int days) {
		return new Scenario(this.seed, this.accounts, this.cast, this.regions, days, this.externalId,
				this.longestSession, this.clockSkew, this.latency, this.quotas, this.faults);
	}

	/** Another organization of the same size. */
	public Scenario withSeed(long number) {
		return new Scenario(number, this.accounts, this.cast, this.regions, this.drift, this.externalId,
				this.longestSession, this.clockSkew, this.latency, this.quotas, this.faults);
	}

}
