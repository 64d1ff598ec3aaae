package dev.rollcall.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Objects in memory, as the launches of a simulation share them. */
public final class SimulatedBucket {

	private final SortedMap<String, Versioned> objects = new TreeMap<>();

	private int writes;

	synchronized Optional<Versioned> read(String key) {
		return Optional.ofNullable(this.objects.get(key));
	}

	synchronized String put(String key, byte[] content) {
		Versioned written = new Versioned(content, "tag-" + ++this.writes);
		this.objects.put(key, written);
		return written.tag();
	}

	/** Puts an object in place of the one with a tag; null where there must be none. */
	synchronized Optional<String> putIf(String key, byte[] content, @Nullable String tag) {
		String present = read(key).map(Versioned::tag).orElse(null);
		return Objects.equals(present, tag) ? Optional.of(put(key, content)) : Optional.empty();
	}

	public synchronized List<String> list(String prefix) {
		return this.objects.keySet().stream().filter((key) -> key.startsWith(prefix)).toList();
	}

	synchronized void delete(String key) {
		this.objects.remove(key);
	}

}
