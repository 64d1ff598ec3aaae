package dev.rollcall.collect;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a cell where moto answers.
 *
 * @param operation the one that moto does not know; null where it knows all
 */
public record MotoAnswer(CellStatus status, @Nullable String operation) {

	/** Moto answers every call. */
	public static MotoAnswer served() {
		return new MotoAnswer(CellStatus.READ, null);
	}

	/** Moto answers that the service is off. */
	public static MotoAnswer empty() {
		return new MotoAnswer(CellStatus.NOT_ENABLED, null);
	}

	/** Moto does not know an operation. */
	public static MotoAnswer refused(String operation) {
		return new MotoAnswer(CellStatus.FAILED, operation);
	}

}
