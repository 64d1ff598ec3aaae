package dev.rollcall.control;

/**
 * A control with one thing changed, which its tests must notice.
 *
 * @param kind which kind of change
 * @param what the change, in words, such as {@code verdict: negate WHEN r.access_keys}
 */
record Mutant(Kind kind, String what, Control control) {

	/** What can be changed. */
	enum Kind {

		/** A condition of WHEN, WHERE or FILTER negated. */
		CONDITION,

		/** A LEFT JOIN that leaves rows out, or a condition of a join dropped. */
		JOIN,

		/** Another verdict. */
		VERDICT,

		/** The sentence of another branch. */
		REASON,

		/** What stands for a cell that was not read dropped. */
		UNREAD,

		/** An arm of a union dropped. */
		ARM

	}

}
