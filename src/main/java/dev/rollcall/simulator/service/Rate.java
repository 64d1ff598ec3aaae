package dev.rollcall.simulator.service;

/** Calls per second, and how many may come at once. */
public record Rate(double perSecond, double burst) {

	public static final Rate UNLIMITED = new Rate(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

	public boolean isUnlimited() {
		return Double.isInfinite(this.perSecond);
	}

	/** The same so many times as fast; at least one call may come at once. */
	public Rate times(double scale) {
		return new Rate(this.perSecond * scale, Math.max(1, this.burst * scale));
	}

}
