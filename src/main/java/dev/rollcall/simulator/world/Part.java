package dev.rollcall.simulator.world;

import java.util.function.UnaryOperator;

/**
 * A part while it is being written. Regions are named by their place in the scenario,
 * from 0.
 */
public final class Part {

	private final WrittenAccount account;

	private final Drift drift;

	/** Whether what is written holds on the day at hand. */
	private final boolean holds;

	Part(WrittenAccount account, Drift drift) {
		this(account, drift, true);
	}

	private Part(WrittenAccount account, Drift drift, boolean holds) {
		this.account = account;
		this.drift = drift;
		this.holds = holds;
	}

	WrittenAccount account() {
		return this.account;
	}

	public int position() {
		return this.account.position();
	}

	/** The account's id. */
	public String id() {
		return this.account.id();
	}

	/**
	 * A Region of the scenario; a name of no Region where it has fewer.
	 */
	public String region(int index) {
		return this.account.region(index);
	}

	/** The last of the scenario's Regions that is not after a place. */
	public String regionUpTo(int index) {
		return this.account.regionUpTo(index);
	}

	/** The same part from a day on. */
	public Part since(int day) {
		return during(day, Integer.MAX_VALUE);
	}

	/** The same part on some days, the last one included. */
	public Part during(int first, int last) {
		return new Part(this.account, this.drift, this.holds && this.drift.isBetween(first, last));
	}

	/** Gives the account something. */
	public <T> Part has(Facet<T> facet, T value) {
		return change(facet, (before) -> value);
	}

	/** Changes what the account has. */
	public <T> Part change(Facet<T> facet, UnaryOperator<T> change) {
		return written(() -> this.account.change(World.GLOBAL, facet, change));
	}

	/** Gives one of the account's Regions something. */
	public <T> Part has(int region, Facet<T> facet, T value) {
		return change(region, facet, (before) -> value);
	}

	/** Changes what one of the account's Regions has. */
	public <T> Part change(int region, Facet<T> facet, UnaryOperator<T> change) {
		return written(() -> this.account.change(region(region), facet, change));
	}

	/** Says in which state Organizations has it. */
	Part state(String word) {
		return written(() -> this.account.state(word));
	}

	Part entry(Entry kind) {
		return written(() -> this.account.entry(kind));
	}

	Part leaves() {
		return written(this.account::leave);
	}

	/** Has it not opted in to a Region. */
	Part disabled(int region) {
		return written(() -> this.account.disable(region(region)));
	}

	/**
	 * Has its role's own policy leave an action out.
	 * @param action as {@code service:Operation}
	 */
	public Part denied(String action) {
		return written(() -> this.account.deny(action));
	}

	private Part written(Runnable line) {
		if (this.holds) {
			line.run();
		}
		return this;
	}

}
