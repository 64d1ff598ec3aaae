package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.input.Setting;

/**
 * What a configuration says of controls. Whether there are such controls shows when they
 * are read.
 *
 * @param excluded those that are left out: a setting for each place that names some
 * @param parameters values by control and name
 * @param places where each of these controls is named
 */
public record ControlSettings(List<Setting> excluded, Map<String, Map<String, Setting>> parameters,
		Map<String, String> places) {

	/** Nothing. */
	public static final ControlSettings NONE = new ControlSettings(List.of(), Map.of(), Map.of());

	public ControlSettings {
		excluded = List.copyOf(excluded);
		parameters = Map.copyOf(parameters);
		places = Map.copyOf(places);
	}

}
