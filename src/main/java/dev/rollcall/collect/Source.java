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

	/**
	 * What the answer of the organization's owner proves about a cell, where the
	 * definition names the source of that answer. Where it proves nothing, the account is
	 * asked.
	 */
	default Proof prove(OwnerAnswer owner) {
		return Proof.NOTHING;
	}

	/** What a cell that answered says. */
	enum Answer {

		/** What there is was emitted. */
		READ,

		/** The service is off here. */
		NOT_ENABLED,

		/** The account asked does not own the thing that the question is about. */
		NOT_OWNER

	}

	/** What an owner's answer proves about a cell of another account. */
	enum Proof {

		/** What there is in the account was emitted. */
		READ,

		/** The service is off there. */
		NOT_ENABLED,

		/** The service does not exist in the Region. */
		NOT_AVAILABLE,

		/** Nothing: only the account itself can tell. */
		NOTHING

	}

}
