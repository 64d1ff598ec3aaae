package dev.rollcall.collect;

/** The account that was asked about a thing does not own it. */
final class NotOwnerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotOwnerException(Cell cell) {
		super(cell.account() + " does not own it");
	}

}
