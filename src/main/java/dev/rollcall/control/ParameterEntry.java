package dev.rollcall.control;

import java.util.ArrayList;
import java.util.List;

/**
 * A control's limit as it was that night: the row of the dataset {@code parameter}.
 *
 * @param controlId the control whose limit it is
 * @param name the limit's name
 * @param value the limit, as text
 */
public record ParameterEntry(String controlId, String name, String value) {

	/** Whom the limit of scores is written down for: no control is named so. */
	public static final String SCORES = "score";

	/** The greatest share of unknown units, in percent, with which a score is shown. */
	public static final String UNKNOWN_LIMIT = "unknown_limit";

	/** The limit of scores. */
	public static ParameterEntry ofScores(int unknownLimit) {
		return new ParameterEntry(SCORES, UNKNOWN_LIMIT, String.valueOf(unknownLimit));
	}

	/** The limits of a control. */
	public static List<ParameterEntry> of(Control control) {
		List<ParameterEntry> entries = new ArrayList<>();
		control.parameters()
			.forEach((name, parameter) -> entries.add(new ParameterEntry(control.id(), name, parameter.value())));
		return entries;
	}

}
