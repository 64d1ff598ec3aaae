package dev.rollcall.control;

import java.util.ArrayList;
import java.util.List;

/** A control's limit as it was that night: the row of the dataset {@code parameter}. */
public record ParameterEntry(String controlId, String name, String value) {

	/** The limits of a control. */
	public static List<ParameterEntry> of(Control control) {
		List<ParameterEntry> entries = new ArrayList<>();
		control.parameters()
			.forEach((name, parameter) -> entries.add(new ParameterEntry(control.id(), name, parameter.value())));
		return entries;
	}

}
