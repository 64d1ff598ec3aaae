package dev.rollcall.simulator;

import java.util.Map;

/**
 * How many calls are allowed: a token bucket for each (signing account, Region,
 * operation).
 *
 * @param scale what every rate and burst is multiplied by
 * @param rates the rates that a scenario says, by operation ({@code service:Operation})
 * or service ({@code service}); the others are the default's
 */
public record Quotas(double scale, Map<String, Rate> rates) {

	/**
	 * STS, CloudTrail and Account Management are documented; Config, Access Analyzer, IAM
	 * and Organizations do not publish theirs, and these are assumptions.
	 */
	private static final Map<String, Rate> DEFAULTS = Map.of("sts:AssumeRole", new Rate(600, 600), "account",
			new Rate(5, 5), "cloudtrail", new Rate(10, 10), "config", new Rate(2, 4), "access-analyzer",
			new Rate(5, 10), "iam", new Rate(10, 20), "organizations", new Rate(8, 15));

	private static final Rate UNLIMITED = new Rate(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

	public static final Quotas DEFAULT = new Quotas(1, Map.of());

	public Quotas {
		rates = Map.copyOf(rates);
	}

	/** The rate of an operation. */
	Rate of(String service, String operation) {
		String name = service + ":" + operation;
		Rate rate = this.rates.getOrDefault(name, this.rates.getOrDefault(service,
				DEFAULTS.getOrDefault(name, DEFAULTS.getOrDefault(service, UNLIMITED))));
		return new Rate(rate.perSecond() * this.scale, Math.max(1, rate.burst() * this.scale));
	}

	/** Calls per second, and how many may come at once. */
	public record Rate(double perSecond, double burst) {

		boolean isUnlimited() {
			return Double.isInfinite(this.perSecond);
		}

	}

}
