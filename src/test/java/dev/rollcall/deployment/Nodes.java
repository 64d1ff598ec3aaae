package dev.rollcall.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What YAML is read as. */
final class Nodes {

	private Nodes() {
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> mapping(Object node) {
		return (Map<String, Object>) node;
	}

	@SuppressWarnings("unchecked")
	static List<Object> list(Object node) {
		return (List<Object>) node;
	}

	/** What lies at a path of keys and places in lists. */
	static Object at(Object node, Object... path) {
		Object found = node;
		for (Object step : path) {
			Object next = (step instanceof Integer place) ? list(found).get(place) : mapping(found).get(step);
			if (next == null) {
				throw new AssertionError("There is no " + step + " of " + List.of(path) + " in " + found);
			}
			found = next;
		}
		return found;
	}

	/** Every key below a node, with what stands at it. */
	static void eachKey(Object node, BiConsumer<String, Object> visitor) {
		if (node instanceof Map<?, ?> map) {
			map.forEach((key, value) -> {
				visitor.accept(key.toString(), value);
				eachKey(value, visitor);
			});
		}
		else if (node instanceof List<?> list) {
			list.forEach((each) -> eachKey(each, visitor));
		}
	}

	/** Every value at a key, wherever it stands below a node. */
	static List<Object> all(Object node, String key) {
		List<Object> found = new ArrayList<>();
		eachKey(node, (name, value) -> {
			if (name.equals(key)) {
				found.add(value);
			}
		});
		return found;
	}

}
