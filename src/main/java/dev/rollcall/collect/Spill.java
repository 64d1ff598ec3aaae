package dev.rollcall.collect;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the rows of a cell that found more than memory should hold. Nothing of it counts
 * before the cell was read to its end.
 */
public interface Spill {

	void write(EvidenceRow row);

	/** Ends the writing. */
	void close();

	/** The kinds of evidence among the rows. */
	Set<Class<? extends Record>> kinds();

	/** Reads the rows of one kind back, one after another, once the writing has ended. */
	void each(Class<? extends Record> kind, Consumer<EvidenceRow> use);

	/** Throws the rows away: the cell was not read to its end. */
	void discard();

	/** Opens spills. */
	@FunctionalInterface
	interface Store {

		Spill open(Cell cell);

	}

}
