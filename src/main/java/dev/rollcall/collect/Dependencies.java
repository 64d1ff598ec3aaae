package dev.rollcall.collect;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of the cells that a cell depends on.
 *
 * @param cells the cells of each source that it depends on, of which there may be several
 */
record Dependencies(List<CellResult> cells) {

	/** Of a cell that depends on nothing. */
	static final Dependencies NONE = new Dependencies(List.of());

	/** The worst witness counts: what nobody could look at, then what nobody asked. */
	private static final Comparator<CellResult> WORST_FIRST = Comparator
		.comparing((CellResult cell) -> !cell.status().isGap())
		.thenComparing((cell) -> cell.status() != CellStatus.EXCLUDED);

	Dependencies {
		cells = List.copyOf(cells);
	}

	/**
	 * The cell for which nothing can be asked: one that should have been read and was
	 * not, or, where none of a source was read, the first of them. Empty where all is
	 * known that says what to ask.
	 */
	Optional<CellResult> blocker() {
		Map<String, List<CellResult>> bySource = this.cells.stream()
			.collect(Collectors.groupingBy((cell) -> cell.cell().source(), LinkedHashMap::new, Collectors.toList()));
		return bySource.values().stream().flatMap((cells) -> blocker(cells).stream()).min(WORST_FIRST);
	}

	private static Optional<CellResult> blocker(List<CellResult> cells) {
		boolean read = cells.stream().anyMatch((cell) -> cell.status() == CellStatus.READ);
		return cells.stream()
			.filter((cell) -> cell.status() != CellStatus.READ)
			.filter((cell) -> !read || cell.status().isGap() || cell.status() == CellStatus.EXCLUDED)
			.min(WORST_FIRST);
	}

	/** What the cells found, of one kind. */
	<E extends Record> List<E> evidence(Class<E> type) {
		return this.cells.stream().flatMap((cell) -> cell.evidence(type).stream()).toList();
	}

}
