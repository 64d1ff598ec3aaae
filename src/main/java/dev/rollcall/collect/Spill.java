package dev.rollcall.collect;

/**
 * Takes the rows of a cell that found more than memory should hold. Nothing of it counts
 * before the cell was read to its end.
 */
public interface Spill {

	void write(EvidenceRow row);

	/** Ends the writing. */
	void close();

	/** Throws the rows away: the cell was not read to its end. */
	void discard();

	/** Opens spills. */
	@FunctionalInterface
	interface Store {

		Spill open(Cell cell);

	}

}
