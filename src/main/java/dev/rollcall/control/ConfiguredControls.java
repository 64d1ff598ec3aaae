package dev.rollcall.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import dev.rollcall.control.LeftOutControl.By;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Setting;
import dev.rollcall.input.Suggestion;

/**
 * Gives controls the limits that a configuration has, and leaves out what it excludes.
 */
final class ConfiguredControls {

	private final ControlSettings settings;

	private final Map<String, Control> controls;

	private final Mistakes mistakes = new Mistakes();

	ConfiguredControls(ControlSettings settings, List<Control> controls) {
		this.settings = settings;
		this.controls = controls.stream()
			.collect(Collectors.toMap(Control::id, (control) -> control, (one, other) -> other, LinkedHashMap::new));
	}

	/**
	 * Makes something of the controls that judge and those that do not.
	 * @throws BadInputException with a line for each control or parameter that there is
	 * not
	 */
	<T> T apply(BiFunction<List<Control>, List<LeftOutControl>, T> made) {
		Set<String> excluded = new TreeSet<>();
		for (Setting setting : this.settings.excluded()) {
			setting.values().forEach((id) -> this.mistakes.pass(() -> excluded.add(known(setting.place(), id))));
		}
		Map<String, Control> configured = new LinkedHashMap<>(this.controls);
		this.settings.parameters()
			.forEach((id, values) -> this.mistakes
				.pass(() -> configured.put(known(this.settings.places().getOrDefault(id, id), id), with(id, values))));
		this.mistakes.refuse();
		configured.keySet().removeAll(excluded);
		return made.apply(new ArrayList<>(configured.values()),
				excluded.stream().map((id) -> new LeftOutControl(id, By.EXCLUDED)).toList());
	}

	private String known(String place, String id) {
		if (!this.controls.containsKey(id)) {
			throw new BadInputException(place + ": '" + id + "': is no control; " + instead(id));
		}
		return id;
	}

	private String instead(String id) {
		String successors = this.controls.values()
			.stream()
			.filter((control) -> control.was().controls().contains(id))
			.map(Control::id)
			.collect(Collectors.joining(", "));
		return successors.isEmpty() ? Suggestion.of(id, this.controls.keySet())
				: "what it judged is judged by " + successors;
	}

	private Control with(String id, Map<String, Setting> values) {
		Control control = this.controls.get(id);
		if (control == null) {
			throw new IllegalArgumentException("There is no control " + id);
		}
		Map<String, Parameter> parameters = new LinkedHashMap<>(control.parameters());
		values.forEach((name, setting) -> this.mistakes
			.pass(() -> parameters.put(name, parameter(control, name, setting).with(setting))));
		return control.withParameters(parameters);
	}

	private static Parameter parameter(Control control, String name, Setting setting) {
		Parameter parameter = control.parameters().get(name);
		if (parameter == null) {
			throw new BadInputException(
					setting.place() + ": is no parameter of " + control.id() + (control.parameters().isEmpty()
							? ", which has none" : "; " + Suggestion.of(name, control.parameters().keySet())));
		}
		return parameter;
	}

}
