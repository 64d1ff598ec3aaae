package dev.rollcall.control;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Database;

/** AWS Config's four verdicts, worst first. */
public enum Verdict {

	NON_COMPLIANT, INSUFFICIENT_DATA, COMPLIANT, NOT_APPLICABLE;

	/** All as SQL writes them, separated by commas, by their rank. */
	static final String LITERALS = Arrays.stream(values())
		.map((verdict) -> Database.literal(verdict.name()))
		.collect(Collectors.joining(", "));

	/**
	 * A verdict's rank in SQL, from 1: the worst is the least. What is none has that of
	 * the last.
	 * @param column has the verdict
	 */
	public static String rank(String column) {
		return Arrays.stream(values())
			.limit(values().length - 1)
			.map((verdict) -> "WHEN %s THEN %d".formatted(Database.literal(verdict.name()), verdict.rank()))
			.collect(Collectors.joining(" ", "CASE " + column + " ", " ELSE " + values().length + " END"));
	}

	/** The verdict of a rank. */
	public static Verdict ofRank(int rank) {
		return values()[rank - 1];
	}

	private int rank() {
		return ordinal() + 1;
	}

}
