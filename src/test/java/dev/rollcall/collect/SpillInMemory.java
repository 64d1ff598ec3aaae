package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A spill that a test can look into. */
final class SpillInMemory implements Spill {

	private final List<EvidenceRow> rows = new ArrayList<>();

	private final List<String> words = new ArrayList<>();

	/** What was written. */
	List<EvidenceRow> rows() {
		return this.rows;
	}

	/** What was done with it, in order. */
	List<String> words() {
		return this.words;
	}

	@Override
	public void write(EvidenceRow row) {
		this.rows.add(row);
	}

	@Override
	public void close() {
		this.words.add("closed");
	}

	@Override
	public Set<Class<? extends Record>> kinds() {
		return this.rows.stream().map((row) -> row.evidence().getClass()).collect(Collectors.toSet());
	}

	@Override
	public void each(Class<? extends Record> kind, Consumer<EvidenceRow> use) {
		this.rows.stream().filter((row) -> kind.isInstance(row.evidence())).forEach(use);
	}

	@Override
	public void discard() {
		this.words.add("discarded");
	}

}
