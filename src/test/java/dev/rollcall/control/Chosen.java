package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.input.Setting;

/** Shipped controls whose limits somebody has set otherwise. */
final class Chosen {

	private Chosen() {
	}

	/**
	 * A shipped control.
	 * @param limits the words that the configuration gives, by the name of the limit
	 */
	static Control control(String id, Map<String, List<String>> limits) {
		Map<String, Setting> settings = new HashMap<>();
		limits.forEach((name, words) -> settings.put(name, new Setting("f.yaml:2: " + name, words)));
		return Shipped.CONTROLS
			.with(new ControlSettings(List.of(), Map.of(id, settings), Map.of(id, "f.yaml:1: " + id)))
			.controls()
			.stream()
			.filter((control) -> control.id().equals(id))
			.findFirst()
			.map((control) -> control.withSql(Shipped.control(id).sql()))
			.orElseThrow();
	}

}
