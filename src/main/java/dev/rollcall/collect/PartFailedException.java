package dev.rollcall.collect;

/** A part of a cell could not be read, and so the cell was not. */
final class PartFailedException extends RuntimeException {

	private final CellFailure failure;

	PartFailedException(CellFailure failure, Throwable cause) {
		super(failure.part() + ": " + cause.getMessage(), cause);
		this.failure = failure;
	}

	/** Why, naming the part. */
	CellFailure failure() {
		return this.failure;
	}

}
