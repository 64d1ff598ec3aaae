package dev.rollcall.job;

import dev.rollcall.input.BadInputException;
import dev.rollcall.organization.Discovery;

/**
 * The least heap that a night passes in, from nights that were measured
 * (docs/benchmark.md): the program itself, what is in flight, which has a bound, and what
 * is kept of each account.
 *
 * @param accounts on the roster
 * @param regions of the night
 */
public record HeapNeed(int accounts, int regions) {

	private static final long KILOBYTE = 1024;

	private static final long MEGABYTE = 1024 * KILOBYTE;

	private static final long PROGRAM = 96 * MEGABYTE;

	private static final long MOST_IN_FLIGHT = 48 * MEGABYTE;

	private static final long IN_FLIGHT = 24 * KILOBYTE;

	private static final long KEPT = 4 * KILOBYTE;

	/** Sizes are named in steps of this. */
	private static final long STEP = 16;

	/**
	 * The serial collector says less than it was given: a survivor space is always free.
	 */
	private static final double SAID = 0.95;

	static HeapNeed of(Discovery discovery) {
		return new HeapNeed(discovery.accounts().size(), discovery.regions().size());
	}

	/** The least {@code -Xmx}, in megabytes. */
	public long megabytes() {
		long bytes = PROGRAM + Math.min(MOST_IN_FLIGHT, IN_FLIGHT * this.accounts * this.regions)
				+ KEPT * this.accounts;
		return (bytes + STEP * MEGABYTE - 1) / (STEP * MEGABYTE) * STEP;
	}

	/**
	 * Refuses a heap that the night would die in, hours later.
	 * @param most what the heap can grow to, in bytes, as the JVM says it
	 * @throws BadInputException where it is too small
	 */
	void refuseLess(long most) {
		if (most < SAID * megabytes() * MEGABYTE) {
			throw new BadInputException(
					"%,d accounts in %d Regions need a heap of at least %d MB, this one has %d MB; -Xmx%dm was expected, or a container with more memory"
						.formatted(this.accounts, this.regions, megabytes(), most / MEGABYTE, megabytes()));
		}
	}

}
