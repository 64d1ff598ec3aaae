package dev.rollcall.truth;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rows of a slot say what: {@code INSUFFICIENT_DATA,2xNON_COMPLIANT}. */
record Rows(Map<String, Integer> counts) {

	Rows {
		counts = new TreeMap<>(counts);
	}

	static Rows of(String text) {
		Map<String, Integer> counts = new TreeMap<>();
		for (String part : text.split(",")) {
			String[] counted = part.matches("\\d+x.*") ? part.split("x", 2) : new String[] { "1", part };
			counts.merge(counted[1], Integer.valueOf(counted[0]), Integer::sum);
		}
		return new Rows(counts);
	}

	Rows plus(Rows other) {
		Map<String, Integer> sum = new TreeMap<>(this.counts);
		other.counts.forEach((word, count) -> sum.merge(word, count, Integer::sum));
		return new Rows(sum);
	}

	Set<String> words() {
		return this.counts.keySet();
	}

	@Override
	public String toString() {
		return this.counts.entrySet()
			.stream()
			.map((count) -> ((count.getValue() == 1) ? "" : count.getValue() + "x") + count.getKey())
			.collect(Collectors.joining(","));
	}

}
