package dev.rollcall.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rollcall.control.LeftOutControl;
import dev.rollcall.control.LeftOutControl.By;
import dev.rollcall.control.Waiver;

/** What somebody should see to in the waivers of a night. */
final class WaiverWarnings {

	private final LocalDate night;

	private final Map<String, By> leftOut;

	/**
	 * Prepares them.
	 * @param leftOut the controls that do not judge the night
	 */
	WaiverWarnings(LocalDate night, List<LeftOutControl> leftOut) {
		this.night = night;
		this.leftOut = leftOut.stream().collect(Collectors.toMap(LeftOutControl::controlId, LeftOutControl::leftOutBy));
	}

	/** A sentence for each waiver that accepts nothing, or soon will not. */
	List<String> of(List<Waiver> waivers) {
		List<String> warnings = new ArrayList<>();
		for (Waiver waiver : waivers) {
			String of = "The waiver " + waiver.id() + " of " + waiver.control() + " (" + waiver.owner() + ")";
			By leftOutBy = this.leftOut.get(waiver.control());
			if (leftOutBy != null) {
				warnings.add(of + " accepts nothing: " + inWords(leftOutBy));
			}
			switch (waiver.state(this.night)) {
				case EXPIRED ->
					warnings.add(of + " expired on " + waiver.expiresOn() + ": it accepts nothing any longer");
				case ENDING -> warnings.add(of + " ends on " + waiver.expiresOn());
				case ACTIVE, NOT_YET_VALID -> {
				}
			}
		}
		return warnings;
	}

	private static String inWords(By leftOutBy) {
		return switch (leftOutBy) {
			case EXCLUDED -> "exclude.controls leaves that control out";
			case DISABLED -> "an own file of that control says disabled: true";
		};
	}

}
