package dev.rollcall.dataset;

/**
 * The right to write a night of an output, of one run at a time. It only spares two runs
 * the same work: what is published is decided by the commit, whoever holds a lease.
 */
public interface Lease extends AutoCloseable {

	/** Whether nobody has taken it over; of a closed one, until it was closed. */
	boolean isHeld();

	/** Gives it back; the next one need not wait. */
	@Override
	void close();

}
