package dev.rollcall.collect.cloudtrail;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The services ({@code kms.amazonaws.com}) of which every event is recorded: all but the
 * named ones, or none but these.
 */
record EventSources(boolean all, Set<String> named) {

	static final EventSources NONE = new EventSources(false, Set.of());

	EventSources {
		named = Set.copyOf(named);
	}

	static EventSources allBut(List<String> excluded) {
		return new EventSources(true, Set.copyOf(excluded));
	}

	static EventSources only(List<String> included) {
		return new EventSources(false, Set.copyOf(included));
	}

	boolean isEverything() {
		return this.all && this.named.isEmpty();
	}

	/** What either records. */
	EventSources or(EventSources other) {
		if (!this.all && other.all) {
			return other.or(this);
		}
		Set<String> union = new TreeSet<>(this.named);
		if (!this.all) {
			union.addAll(other.named);
		}
		else if (other.all) {
			union.retainAll(other.named);
		}
		else {
			union.removeAll(other.named);
		}
		return new EventSources(this.all, union);
	}

	/**
	 * As a column has it: {@code *} stands for all, {@code -NAME} leaves one out.
	 */
	List<String> written() {
		Stream<String> names = this.named.stream().sorted();
		return (this.all ? Stream.concat(Stream.of("*"), names.map((name) -> "-" + name)) : names).toList();
	}

}
