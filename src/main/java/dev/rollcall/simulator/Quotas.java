package dev.rollcall.simulator;

import java.util.Map;

import dev.rollcall.simulator.service.Rate;

/**
 * How many calls are allowed: a token bucket for each (signing account, Region,
 * operation).
 *
 * @param scale what every rate and burst is multiplied by
 * @param rates the rates that a scenario says, by operation ({@code service:Operation})
 * or service ({@code service}); the others are as the services say
 */
public record Quotas(double scale, Map<String, Rate> rates) {

	public static final Quotas DEFAULT = new Quotas(1, Map.of());

	public Quotas {
		rates = Map.copyOf(rates);
	}

	/**
	 * The rate of an operation.
	 * @param operation as {@code service:Operation}
	 * @param usual what it is where the scenario does not say
	 */
	Rate of(String operation, Rate usual) {
		String service = operation.substring(0, operation.indexOf(':'));
		return this.rates.getOrDefault(operation, this.rates.getOrDefault(service, usual)).times(this.scale);
	}

}
