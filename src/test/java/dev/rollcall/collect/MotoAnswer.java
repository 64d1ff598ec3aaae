package dev.rollcall.collect;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a cell where moto answers.
 *
 * @param operation the one that moto does not know, or refuses; null where it answers all
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

	/** Moto denies an operation. */
	public static MotoAnswer denied(String operation) {
		return new MotoAnswer(CellStatus.DENIED, operation);
	}

	/** {@code account|region|source|status|operation} */
	public String row(String account, String region, String source) {
		return String.join("|", account, region, source, this.status.name(), String.valueOf(this.operation));
	}

}
