package dev.rollcall.account;

/**
 * A cell met one of the bounds that keep a hostile or broken answer from costing more
 * than the cell that asked for it.
 */
public final class LimitReachedException extends RuntimeException {

	/** What there was too much of. */
	public enum Limit {

		/** Rows of one cell. */
		ROWS,

		/** Bytes of one answer, or of all answers to one cell. */
		BYTES,

		/** Values inside values. */
		DEPTH,

		/** Pages of one list. */
		PAGES;

		/** As coverage calls it. */
		public String code() {
			return "LIMIT_" + name();
		}

	}

	private final Limit limit;

	public LimitReachedException(Limit limit, String message) {
		super(message);
		this.limit = limit;
	}

	public Limit limit() {
		return this.limit;
	}

}
