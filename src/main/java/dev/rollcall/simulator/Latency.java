package dev.rollcall.simulator;

import java.time.Duration;
import java.util.Optional;

import dev.rollcall.simulator.world.Dice;

/**
 * How long calls take: log-normal around a median that is a service's and a Region's, now
 * and then far longer, and once in a while without end.
 *
 * @param median of a service in the nearest Region
 * @param sigma of the logarithm
 * @param regionOffset what the farthest Region adds; the others add less
 * @param stragglers the share of calls that take far longer
 * @param stragglerLeast how long those take at least
 * @param stragglerMost and at most
 * @param blackHoles the share of calls that are never answered
 */
public record Latency(Duration median, double sigma, Duration regionOffset, double stragglers, Duration stragglerLeast,
		Duration stragglerMost, double blackHoles) {

	/**
	 * A caller near the home Region of an ordinary organization; the shares are
	 * assumptions.
	 */
	public static final Latency DEFAULT = new Latency(Duration.ofMillis(60), 0.5, Duration.ofMillis(180), 0.001,
			Duration.ofSeconds(2), Duration.ofSeconds(5), 0.0001);

	/**
	 * How long a call takes; empty where it is never answered.
	 * @param dice of the seed
	 * @param place the Region's place among the scenario's, from 0
	 * @param ordinal how many calls of that operation the account made there before
	 */
	Optional<Duration> of(Dice dice, String service, int place, int places, int account, String operation,
			int ordinal) {
		Dice call = dice.with("latency").with(service).with(place).with(account).with(operation).with(ordinal);
		double drawn = call.with("kind").unit();
		if (drawn < this.blackHoles) {
			return Optional.empty();
		}
		if (drawn < this.blackHoles + this.stragglers) {
			double share = call.with("straggler").unit();
			long spread = this.stragglerMost.minus(this.stragglerLeast).toNanos();
			return Optional.of(this.stragglerLeast.plusNanos((long) (share * spread)));
		}
		double usual = this.median.toNanos() * (0.75 + 0.5 * dice.with("service").with(service).unit())
				* Math.exp(this.sigma * gaussian(call));
		double far = (places < 2) ? 0 : this.regionOffset.toNanos() * (place / (places - 1.0));
		return Optional.of(Duration.ofNanos((long) (usual + far)));
	}

	/** Box and Muller's transformation. */
	private static double gaussian(Dice dice) {
		double radius = Math.sqrt(-2 * Math.log(1 - dice.with("radius").unit()));
		return radius * Math.cos(2 * Math.PI * dice.with("angle").unit());
	}

}
