package dev.rollcall.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.dataset.Database;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlText;

/** Holds the statements of all controls to what they may read and must give. */
final class ControlChecks {

	private final Database database;

	private final ProjectionReader reader;

	private final Set<String> later;

	private final Mistakes mistakes;

	/**
	 * Creates checks.
	 * @param database has an empty table for each dataset
	 * @param reader knows which projections are refused themselves
	 * @param later what is made when controls have judged
	 * @param mistakes gets what is refused
	 */
	ControlChecks(Database database, ProjectionReader reader, Set<String> later, Mistakes mistakes) {
		this.database = database;
		this.reader = reader;
		this.later = later;
		this.mistakes = mistakes;
	}

	/**
	 * The controls without mistakes, in order. A statement is checked although its front
	 * matter is refused.
	 */
	Map<Control, SqlText> sound(List<ControlDraft> drafts) {
		Map<Control, SqlText> sound = new LinkedHashMap<>();
		for (ControlDraft draft : drafts) {
			draft.text().ifPresent((text) -> {
				boolean passes = this.mistakes.pass(() -> check(draft, text));
				draft.control().filter((control) -> passes).ifPresent((control) -> sound.put(control, text));
			});
		}
		return sound;
	}

	private void check(ControlDraft draft, SqlText text) {
		StatementCheck check = new StatementCheck(this.database, text);
		boolean complete = this.reader.isComplete(check.reads());
		Mistakes.all(() -> draft.control().ifPresent(check::expectParameters),
				() -> draft.control().filter((control) -> complete).ifPresent(check::expectAge), () -> {
					check.expectEvidence(this.later);
					if (complete) {
						check.expectFindings();
					}
				});
	}

}
