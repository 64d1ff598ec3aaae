package dev.rollcall.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Suggestion {

	private Suggestion() {
	}

	/**
	 * A sentence that offers the nearest known word, or lists them all.
	 */
	public static String of(String word, Collection<String> known) {
		return nearest(word, known).map((candidate) -> "did you mean '" + candidate + "'?")
			.orElseGet(() -> "known are " + String.join(", ", known));
	}

	/**
	 * The known word that a word is most probably meant to be; empty where none is near.
	 */
	public static Optional<String> nearest(String word, Collection<String> known) {
		return known.stream()
			.min(Comparator.comparingInt((candidate) -> distance(word, candidate)))
			.filter((candidate) -> distance(word, candidate) <= Math.max(2, word.length() / 3));
	}

	/** How many letters must be put in, left out or changed (Levenshtein). */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int changed = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[other.length()];
	}

}
