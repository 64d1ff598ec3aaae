package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts each source after the one whose evidence it needs. */
final class SourceOrder {

	private SourceOrder() {
	}

	static List<Source> byDependency(List<Source> sources) {
		List<Source> unplaced = new ArrayList<>(sources);
		unplaced.sort(Comparator.comparing((source) -> source.definition().name()));
		List<Source> placed = new ArrayList<>();
		while (!unplaced.isEmpty()) {
			List<Source> ready = unplaced.stream().filter((source) -> isReady(source, placed)).toList();
			if (ready.isEmpty()) {
				throw new IllegalStateException("Sources depend on each other: "
						+ unplaced.stream().map((source) -> source.definition().name()).toList());
			}
			placed.addAll(ready);
			unplaced.removeAll(ready);
		}
		return List.copyOf(placed);
	}

	private static boolean isReady(Source source, List<Source> placed) {
		return placed.stream()
			.map((before) -> before.definition().name())
			.toList()
			.containsAll(source.definition().needs());
	}

}
