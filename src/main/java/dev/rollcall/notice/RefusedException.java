package dev.rollcall.notice;

/** A recipient was reached and did not take what it was told. */
final class RefusedException extends Exception {

	RefusedException(String message) {
		super(message);
	}

}
