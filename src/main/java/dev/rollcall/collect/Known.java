package dev.rollcall.collect;

/** The cells of a night that were read before it began, and are not asked again. */
public interface Known {

	/** Of a night that asks everything. */
	Known NOTHING = new Known() {

		@Override
		public boolean has(Cell cell) {
			return false;
		}

		@Override
		public boolean hasThing(String source, String resourceId) {
			return false;
		}

		@Override
		public CellResult result(Cell cell) {
			throw new IllegalArgumentException(cell + " is not known");
		}

	};

	boolean has(Cell cell);

	/**
	 * Whether a source's cell about a thing is known, whichever account it is at.
	 * @param resourceId the thing's ARN
	 */
	boolean hasThing(String source, String resourceId);

	/**
	 * What became of an account's cell that is known, for the source that depends on it.
	 */
	CellResult result(Cell cell);

}
