package dev.rollcall.collect;

/** One kind of question, asked of many cells at once. */
public interface Source {

	SourceDefinition definition();

	/**
	 * Reads a cell: calls AWS, and emits a row for each thing found. Whatever it throws
	 * makes the cell a gap and drops its rows; an exception is caught only where it means
	 * something.
	 */
	Answer collect(CellScope cell);

	/** What a cell that answered says. */
	enum Answer {

		/** What there is was emitted. */
		READ,

		/** The service is off here. */
		NOT_ENABLED

	}

}
